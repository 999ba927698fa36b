package org.amalgam.domain;

/**
 * Input that cannot be used at all. The message is one line for a person: what is wrong, where
 * (file and line), and what to do.
 */
public final class UnusableInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableInput(String message) {
        super(message);
    }

    public UnusableInput(String message, Throwable cause) {
        super(message, cause);
    }
}
