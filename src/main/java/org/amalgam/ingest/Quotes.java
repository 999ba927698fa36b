package org.amalgam.ingest;

/**
 * Whether a text of comma-separated fields (RFC 4180) stands inside quotation marks: they count
 * where a field begins with one. Not thread-safe.
 */
final class Quotes {

    private boolean open;
    private boolean fieldBegins = true;

    /** Goes on over these characters. */
    void pass(String text) {
        for (int i = 0; i < text.length(); i++) {
            pass(text.charAt(i));
        }
    }

    private void pass(char c) {
        if (open) {
            // Of two in a row, which stand for one, the second opens again what the first closed.
            open = c != '"';
            fieldBegins = c == '"';
        } else {
            open = c == '"' && fieldBegins;
            fieldBegins = c == ',' || c == '\n' || c == '\r';
        }
    }

    boolean open() {
        return open;
    }
}
