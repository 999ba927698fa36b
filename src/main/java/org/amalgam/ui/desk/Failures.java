package org.amalgam.ui.desk;

import org.amalgam.domain.UnusableInput;
import org.amalgam.ui.i18n.Messages;

/** What failures are called in the window. */
public final class Failures {

    private Failures() {}

    /** One line: what cannot be used says so itself. */
    public static String line(Messages messages, Exception failure) {
        return failure instanceof UnusableInput
                ? failure.getMessage()
                : messages.get("notice.failed", String.valueOf(failure));
    }
}
