package org.amalgam.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Colours and line styles of rankers: Okabe and Ito's, safe for colour-blind readers, and the same
 * for a ranker in every chart. The light ones are a little darker, to be seen on white.
 */
final class Palette {

    private static final Color BLACK = new Color(0x1A1A1A);
    private static final Color VERMILION = new Color(0xD55E00);
    private static final Color BLUE = new Color(0x0072B2);
    private static final Color GREEN = new Color(0x009E73);
    private static final Color PURPLE = new Color(0xCC79A7);
    private static final Color ORANGE = new Color(0xD98F00);
    private static final Color SKY = new Color(0x3C9FD6);
    private static final Color GREY = new Color(0x8A8A8A);

    private static final Map<String, Color> BY_NAME =
            Map.ofEntries(
                    Map.entry("fused", BLACK),
                    Map.entry("fused-nets", VERMILION),
                    Map.entry("lstm", BLUE),
                    Map.entry("cnn", GREEN),
                    Map.entry("gan", PURPLE),
                    Map.entry("vstan", ORANGE),
                    Map.entry("markov", SKY),
                    Map.entry("itemknn", GREY),
                    Map.entry("vsknn", new Color(0x7A5C00)),
                    Map.entry("rules", new Color(0x2F7F79)),
                    Map.entry("hmm", new Color(0x5B5EA6)),
                    Map.entry("pop", new Color(0xB0B0B0)),
                    Map.entry("recentpop", new Color(0x6E6E6E)),
                    Map.entry("p50", GREEN),
                    Map.entry("p95", ORANGE),
                    Map.entry("p99", VERMILION));

    private static final List<Color> OTHERS = List.of(BLUE, GREEN, PURPLE, ORANGE, SKY, GREY);

    private static final List<float[]> DASHES =
            List.of(new float[] {7, 4}, new float[] {2, 3}, new float[] {9, 3, 2, 3});

    private Palette() {}

    static Color colour(String ranker) {
        Color known = BY_NAME.get(ranker);
        return known != null ? known : OTHERS.get(Math.floorMod(ranker.hashCode(), OTHERS.size()));
    }

    /** Solid and thick for what is fused, solid for members, broken for all else. */
    static BasicStroke stroke(String ranker) {
        if (ranker.startsWith("fused")) {
            return line(3.2f, null);
        }
        boolean member =
                List.of("lstm", "cnn", "gan", "vstan", "p50", "p95", "p99").contains(ranker);
        return member
                ? line(1.9f, null)
                : line(1.6f, DASHES.get(Math.floorMod(ranker.hashCode(), DASHES.size())));
    }

    private static BasicStroke line(float width, float[] dash) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    static String css(String ranker) {
        return String.format(Locale.ROOT, "#%06x", colour(ranker).getRGB() & 0xFFFFFF);
    }
}
