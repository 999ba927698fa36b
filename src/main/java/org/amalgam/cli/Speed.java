package org.amalgam.cli;

/** Reads {@code --speed}. */
final class Speed {

    private Speed() {}

    /** Event time per real time: {@code max} is infinite, else a number above 0. */
    static double parse(String text) {
        if (text.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double speed = Double.parseDouble(text);
            if (speed > 0) {
                return speed;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong(text), e);
        }
        throw new IllegalArgumentException(wrong(text));
    }

    private static String wrong(String text) {
        return "--speed: '" + text + "' is neither max nor a number above 0";
    }
}
