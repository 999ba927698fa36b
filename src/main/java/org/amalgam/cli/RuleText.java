package org.amalgam.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.pipeline.RulePreview;
import org.amalgam.pipeline.RulePreview.Figure;

/** Rules, their trail and their preview, to read or as JSON. */
final class RuleText {

    private RuleText() {}

    static String of(RuleBook book) {
        return book.rules().isEmpty()
                ? "no rules; 'amalgam rules add --help' tells how to write one"
                : table(
                        "rules",
                        List.of("rule", "what it does"),
                        book.rules().stream()
                                .map(rule -> List.of("" + rule.number(), rule.text()))
                                .toList());
    }

    static String of(List<RuleChange> trail) {
        return trail.isEmpty()
                ? "no rule was ever changed"
                : table(
                        "audit",
                        List.of("when", "who", "rule", "before", "after", "why"),
                        trail.stream().map(RuleText::row).toList());
    }

    private static List<String> row(RuleChange change) {
        return List.of(
                change.time().toString(),
                change.who(),
                Integer.toString(change.rule()),
                text(change.before()).orElse("-"),
                text(change.after()).orElse("-"),
                change.why());
    }

    private static Optional<String> text(Optional<RuleChange.Version> version) {
        return version.map(RuleChange.Version::text);
    }

    static String of(RulePreview preview) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("HR@20", preview.hr20()));
        rows.add(row("MRR@20", preview.mrr20()));
        rows.add(row("revenue proxy", preview.revenue()));
        rows.add(row("coverage@20", preview.coverage20()));
        rows.add(row("Gini@20", preview.gini20()));
        preview.exposures()
                .forEach(one -> rows.add(row("slots of " + scope(one.rule()), one.slots())));
        String title = String.format(Locale.ROOT, "latest %,d cases", preview.cases());
        return table(title, List.of("figure", "before", "after", "difference", "95 %"), rows);
    }

    private static String scope(MerchandisingRule rule) {
        return rule.scope().text();
    }

    private static List<String> row(String name, Figure figure) {
        return List.of(
                name,
                number("%.4f", figure.before()),
                number("%.4f", figure.after()),
                number("%+.4f", figure.difference()),
                figure.band()
                        .map(band -> number("%+.4f to ", band.low()) + number("%+.4f", band.high()))
                        .orElse("-"));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String table(String name, List<String> columns, List<List<String>> rows) {
        return TextTable.of(new DataProfile.Table(name, columns, rows)).stripTrailing();
    }

    static Map<String, Object> asJson(RuleBook book) {
        return Map.of("rules", book.rules().stream().map(RuleText::asJson).toList());
    }

    private static Map<String, Object> asJson(MerchandisingRule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rule", rule.number());
        fields.put("effect", effect(rule.effect()));
        fields.put("scope", rule.scope().text());
        fields.put("enabled", rule.enabled());
        fields.put("note", rule.note());
        rule.from().ifPresent(time -> fields.put("from", time.toString()));
        rule.until().ifPresent(time -> fields.put("until", time.toString()));
        fields.put("text", rule.text());
        return fields;
    }

    private static Map<String, Object> effect(RuleEffect effect) {
        if (effect instanceof RuleEffect.Pin pin) {
            return Map.of("pin", pin.place());
        }
        if (effect instanceof RuleEffect.Boost boost) {
            return Map.of("boost", boost.strength());
        }
        return effect instanceof RuleEffect.Bury bury
                ? Map.of("bury", bury.strength())
                : Map.of("exclude", true);
    }

    static Map<String, Object> asJson(List<RuleChange> trail) {
        return Map.of("changes", trail.stream().map(RuleText::asJson).toList());
    }

    private static Map<String, Object> asJson(RuleChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", change.time().toString());
        fields.put("who", change.who());
        fields.put("why", change.why());
        fields.put("rule", change.rule());
        fields.put("before", text(change.before()).orElse(null));
        fields.put("after", text(change.after()).orElse(null));
        return fields;
    }

    static Map<String, Object> asJson(RulePreview preview) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("cases", preview.cases());
        document.put("hr20", asJson(preview.hr20()));
        document.put("mrr20", asJson(preview.mrr20()));
        document.put("revenueProxy", asJson(preview.revenue()));
        document.put("coverage20", asJson(preview.coverage20()));
        document.put("gini20", asJson(preview.gini20()));
        document.put(
                "slots",
                preview.exposures().stream()
                        .map(
                                one -> {
                                    Map<String, Object> slots = new LinkedHashMap<>();
                                    slots.put("rule", one.rule().number());
                                    slots.put("scope", scope(one.rule()));
                                    slots.putAll(asJson(one.slots()));
                                    return slots;
                                })
                        .toList());
        return document;
    }

    private static Map<String, Object> asJson(Figure figure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("before", figure.before());
        fields.put("after", figure.after());
        fields.put("difference", figure.difference());
        Optional<RulePreview.Band> band = figure.band();
        fields.put("low", band.map(RulePreview.Band::low).orElse(null));
        fields.put("high", band.map(RulePreview.Band::high).orElse(null));
        return fields;
    }
}
