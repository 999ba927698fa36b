package org.amalgam.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.Explanation;
import org.amalgam.domain.Item;
import org.amalgam.pipeline.Recommendation;

/** A recommendation as lines to read. */
final class RecommendationText {

    private static final String INDENT = "\n       ";

    private RecommendationText() {}

    static String of(Recommendation result) {
        StringBuilder text = new StringBuilder("because of ");
        result.because().forEach(item -> text.append(name(item)).append("; "));
        for (Recommendation.Entry entry : result.list()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "\n%3d  %.4f  %s",
                            entry.rank(),
                            entry.score(),
                            name(entry.item())));
            entry.because()
                    .map(RecommendationText::lines)
                    .ifPresent(lines -> lines.forEach(l -> text.append(INDENT).append(l)));
        }
        return text.toString();
    }

    private static List<String> lines(Explanation why) {
        List<String> lines = new ArrayList<>();
        lines.add("= " + shares(why));
        lines.add(carriedBy(why));
        if (!why.overlaps().isEmpty()) {
            lines.add(
                    why.overlaps().stream()
                            .map(RecommendationText::overlap)
                            .collect(Collectors.joining("; ")));
        }
        return lines;
    }

    private static String shares(Explanation why) {
        return why.shares().entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %.4f", e.getKey(), e.getValue()))
                .collect(Collectors.joining(" + "));
    }

    private static String carriedBy(Explanation why) {
        if (why.carriedBy().isEmpty()) {
            return "carried by no single item met";
        }
        return why.carriedBy().stream()
                .map(
                        one ->
                                String.format(
                                        Locale.ROOT,
                                        "%s (%.0f %%)",
                                        name(one.item()),
                                        100 * one.share()))
                .collect(Collectors.joining(", ", "carried by ", ""));
    }

    private static String overlap(ContentOverlap overlap) {
        String with = overlap.with().id();
        return switch (overlap.kind()) {
            case BRAND -> "brand " + overlap.what() + imputed(overlap) + " as " + with;
            case CATEGORY -> "category " + overlap.what() + imputed(overlap) + " as " + with;
            case TITLE -> "'" + overlap.what() + "' in the title as " + with;
            case PRICE ->
                    overlap.confidence().isPresent()
                            ? "price band " + overlap.what() + imputed(overlap) + " as " + with
                            : "price " + overlap.what() + " near that of " + with;
        };
    }

    private static String imputed(ContentOverlap overlap) {
        return overlap.confidence().isPresent()
                ? String.format(
                        Locale.ROOT,
                        " (imputed, %.0f %% sure)",
                        100 * overlap.confidence().getAsDouble())
                : "";
    }

    private static String name(Item item) {
        return item.title().map(title -> item.id() + " " + title).orElse(item.id());
    }
}
