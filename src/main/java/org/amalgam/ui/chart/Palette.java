package org.amalgam.ui.chart;

import java.util.List;
import org.amalgam.ui.chart.LineStyle.Dash;

/**
 * Colours by ranker, the same everywhere. Okabe and Ito's, which colour-blind readers can tell
 * apart; baselines are grey or pale and dashed, so that members stand out.
 */
public final class Palette {

    public static final int BLUE = 0x0072B2;
    public static final int ORANGE = 0xE69F00;
    public static final int GREEN = 0x009E73;
    public static final int VERMILION = 0xD55E00;
    public static final int SKY = 0x56B4E9;
    public static final int PURPLE = 0xCC79A7;
    public static final int OLIVE = 0xA89B1E;
    public static final int GREY = 0x7A828C;

    private static final List<Integer> OTHERS = List.of(SKY, OLIVE, GREY, VERMILION, BLUE);

    private Palette() {}

    /** 0xRRGGBB of a member, baseline or fused ranker. */
    public static int colour(String ranker) {
        return switch (ranker) {
            case "lstm" -> BLUE;
            case "cnn" -> ORANGE;
            case "gan" -> GREEN;
            case "vstan" -> VERMILION;
            case "fused" -> PURPLE;
            case "fused-nets" -> 0x9467BD;
            case "original" -> 0x57606A;
            case "itemknn" -> SKY;
            case "markov" -> OLIVE;
            case "rules" -> 0x2F7F79;
            case "vsknn" -> 0x8C6D31;
            case "hmm" -> 0x5B5EA6;
            case "recentpop" -> 0xA3A9B0;
            case "pop" -> GREY;
            default -> OTHERS.get(Math.floorMod(ranker.hashCode(), OTHERS.size()));
        };
    }

    /** How a ranker's line is drawn. */
    public static LineStyle line(String ranker) {
        int rgb = colour(ranker);
        return switch (ranker) {
            case "fused" -> new LineStyle(rgb, 2.6, Dash.SOLID, 0.16);
            case "fused-nets", "original" -> new LineStyle(rgb, 1.8, Dash.LONG, 0.07);
            case "lstm", "cnn", "gan", "vstan" -> new LineStyle(rgb, 1.6, Dash.SOLID, 0.08);
            case "pop" -> new LineStyle(rgb, 1.3, Dash.DOTTED, 0.05);
            default -> new LineStyle(rgb, 1.3, Dash.DASHED, 0.05);
        };
    }

    /**
     * The colour as text: darkened on white and lightened on black until it can be read (orange and
     * sky reach only 2.3:1 on white).
     */
    public static int text(int rgb, boolean dark) {
        int best = rgb;
        for (int i = 0; i < 12 && contrast(best, dark) < 4.5; i++) {
            best = mix(best, dark ? 0xFFFFFF : 0x000000, 0.12);
        }
        return best;
    }

    /** WCAG contrast against the panel of the light or dark theme. */
    static double contrast(int rgb, boolean dark) {
        double ground = luminance(dark ? 0x0D1117 : 0xFFFFFF);
        double ink = luminance(rgb);
        return (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255)
                + 0.7152 * linear(rgb >> 8 & 255)
                + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int mix(int from, int to, double share) {
        int red = blend(from >> 16 & 255, to >> 16 & 255, share);
        int green = blend(from >> 8 & 255, to >> 8 & 255, share);
        int blue = blend(from & 255, to & 255, share);
        return red << 16 | green << 8 | blue;
    }

    private static int blend(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** As CSS writes it. */
    public static String css(int rgb) {
        return String.format("#%06x", rgb);
    }
}
