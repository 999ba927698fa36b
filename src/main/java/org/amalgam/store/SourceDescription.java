package org.amalgam.store;

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
}
