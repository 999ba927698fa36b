package org.amalgam.ui.rules;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.PriceBand;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.domain.rule.RuleProblem;
import org.amalgam.domain.rule.RuleScope;
import org.amalgam.pipeline.RulePreview;
import org.amalgam.pipeline.RulePreview.Band;
import org.amalgam.pipeline.RulePreview.Figure;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.i18n.Messages;

/** Rules and what they would do, in the window's language. */
final class RuleWords {

    /** Differences below it are told as none: a twentieth of a point. */
    private static final double NOTHING = 0.0005;

    /** As the trail notes what was used, and the key of how it is told. */
    private static final Map<String, String> WAYS =
            Map.of(" (window)", "rules.who.window", " (command line)", "rules.who.command-line");

    private final Messages messages;

    RuleWords(Messages messages) {
        this.messages = messages;
    }

    String effect(RuleEffect effect) {
        if (effect instanceof RuleEffect.Pin pin) {
            return messages.get("rules.does.pin", pin.place());
        }
        if (effect instanceof RuleEffect.Boost boost) {
            return messages.get("rules.does.boost", boost.strength());
        }
        return effect instanceof RuleEffect.Bury bury
                ? messages.get("rules.does.bury", bury.strength())
                : messages.get("rules.does.exclude");
    }

    /** With an item's title, where the catalogue has it. */
    String scope(RuleScope scope, Catalogue catalogue) {
        if (scope instanceof RuleScope.OneItem item) {
            Optional<Item> known = catalogue.find(item.id());
            return messages.get(
                    "rules.about.item",
                    known.map(one -> Titles.of(one, messages.chinese()).first())
                            .filter(title -> !title.equals(item.id()))
                            .map(title -> title + " (" + item.id() + ")")
                            .orElse(item.id()));
        }
        if (scope instanceof RuleScope.Brand brand) {
            return messages.get("rules.about.brand", brand.name());
        }
        if (scope instanceof RuleScope.Category category) {
            return messages.get("rules.about.category", category.path());
        }
        return prices(((RuleScope.Prices) scope).band());
    }

    private String prices(PriceBand band) {
        if (Double.isInfinite(band.below())) {
            return messages.get("rules.about.price-from", band.from());
        }
        return band.from() == 0
                ? messages.get("rules.about.price-below", band.below())
                : messages.get("rules.about.price", band.from(), band.below());
    }

    String when(MerchandisingRule rule) {
        Optional<String> from = rule.from().map(this::time);
        Optional<String> until = rule.until().map(this::time);
        if (from.isPresent() && until.isPresent()) {
            return messages.get("rules.when.between", from.get(), until.get());
        }
        return from.map(time -> messages.get("rules.when.from", time))
                .or(() -> until.map(time -> messages.get("rules.when.until", time)))
                .orElseGet(() -> messages.get("rules.when.always"));
    }

    /** Only the day, where a rule begins or ends with it. */
    private String time(Instant time) {
        String minute = Times.minute(time);
        return minute.endsWith(" 00:00") ? Times.day(time) : minute;
    }

    /** A rule in one line, as the trail of changes tells it. */
    String line(MerchandisingRule rule, Catalogue catalogue) {
        List<String> parts = new ArrayList<>();
        parts.add(effect(rule.effect()));
        parts.add(scope(rule.scope(), catalogue));
        if (rule.from().isPresent() || rule.until().isPresent()) {
            parts.add(when(rule));
        }
        if (!rule.enabled()) {
            parts.add(messages.get("rules.off"));
        }
        if (!rule.note().isEmpty()) {
            parts.add(rule.note());
        }
        return String.join(" · ", parts);
    }

    /** What the trail kept of a rule: told anew, or as it was written where only that was kept. */
    String version(Optional<RuleChange.Version> version, Catalogue catalogue) {
        return version.map(
                        kept ->
                                kept.rule()
                                        .map(rule -> line(rule, catalogue))
                                        .orElseGet(kept::text))
                .orElse("–");
    }

    /** Who changed a rule, and what he used. */
    String who(String noted) {
        for (Map.Entry<String, String> way : WAYS.entrySet()) {
            if (noted.endsWith(way.getKey())) {
                String name = noted.substring(0, noted.length() - way.getKey().length());
                return messages.get(way.getValue(), name);
            }
        }
        return noted;
    }

    String problem(RuleProblem problem) {
        return switch (problem.kind()) {
            case UNKNOWN -> messages.get("rules.problem.unknown", problem.what());
            case PINNED_AND_EXCLUDED ->
                    messages.get(
                            "rules.problem.excluded",
                            problem.rules().get(0),
                            problem.what(),
                            problem.rules().get(1));
            case ONE_PLACE ->
                    messages.get(
                            "rules.problem.one-place",
                            problem.rules().get(0),
                            problem.rules().get(1),
                            problem.what());
        };
    }

    /** The whole preview in one sentence. */
    String says(RulePreview preview, Catalogue catalogue) {
        List<String> parts = new ArrayList<>();
        for (RulePreview.Exposure one : preview.exposures()) {
            parts.add(
                    messages.get(
                            "rules.says.slots",
                            scope(one.rule().scope(), catalogue),
                            percent(one.slots().after()),
                            percent(one.slots().before())));
        }
        parts.add(hits(preview.hr20()));
        return String.join(messages.get("rules.says.and"), parts) + messages.get("rules.says.end");
    }

    private String hits(Figure hits) {
        double difference = hits.difference();
        if (Math.abs(difference) < NOTHING) {
            return messages.get("rules.says.hits-stay");
        }
        String key = difference < 0 ? "rules.says.hits-fall" : "rules.says.hits-rise";
        String range = hits.band().map(this::pointRange).orElse("");
        return messages.get(key, number("0.0", Math.abs(100 * difference)), range);
    }

    private String pointRange(Band band) {
        return messages.get(
                "rules.says.range", signedPoints(band.low()), signedPoints(band.high()));
    }

    private String signedPoints(double share) {
        return signed("0.0", 100 * share);
    }

    /** A share, as a percentage. */
    String percent(double share) {
        return number("0.0", 100 * share);
    }

    /** A number with a sign, a true minus among them. */
    String signed(String pattern, double value) {
        String digits = number(pattern, Math.abs(value));
        boolean nothing = digits.matches("[0.,]*");
        return (nothing ? "±" : value < 0 ? "−" : "+") + digits;
    }

    String number(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(messages.locale()))
                .format(value);
    }
}
