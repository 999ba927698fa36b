package org.amalgam.store;

import java.util.UUID;

/**
 * A file about to be imported.
 *
 * @param name for people; the file's name without its folders
 * @param sha256 what identifies it, 64 hexadecimal digits
 * @param atomic whether nothing of it is to be stored before all of it is; for files that change
 *     what is there, such as catalogues
 */
public record SourceDescription(String name, String sha256, String format, boolean atomic) {

    public SourceDescription {
        if (sha256.length() != 64) {
            throw new IllegalArgumentException("checksum of " + name + ": " + sha256);
        }
    }

    /**
     * A file that is still being written: nobody sees the number that stands for its checksum,
     * which it has from {@link SourceWriter#publish} on.
     */
    public static SourceDescription growing(String name, String format) {
        String number = UUID.randomUUID() + UUID.randomUUID().toString();
        return new SourceDescription(name, number.replace("-", ""), format, true);
    }
}
