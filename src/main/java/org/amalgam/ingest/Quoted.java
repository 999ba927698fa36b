package org.amalgam.ingest;

/** Text from a file, fit to stand in a one-line message. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    /** In quotation marks, without control characters, cut when long. */
    static String of(String text) {
        return '"' + cut(text) + '"';
    }

    static String cut(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return start.replaceAll("\\p{Cntrl}", "·");
    }
}
