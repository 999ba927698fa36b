package org.amalgam.ingest;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 of a text that grows line by line, to be read after any of them. Not thread-safe. */
final class TextDigest {

    private final MessageDigest digest = SourceFile.newDigest();

    void add(byte[] line) {
        digest.update(line);
    }

    /** In hexadecimal, of all lines so far. */
    String value() {
        return HexFormat.of().formatHex(copy().digest());
    }

    /** Of all lines so far and this one, without its newline: as a text may end. */
    String valueWithoutNewline(byte[] line) {
        int end = line.length - 1;
        if (end > 0 && line[end - 1] == '\r') {
            end--;
        }
        MessageDigest copy = copy();
        copy.update(Arrays.copyOf(line, end));
        return HexFormat.of().formatHex(copy.digest());
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", e);
        }
    }
}
