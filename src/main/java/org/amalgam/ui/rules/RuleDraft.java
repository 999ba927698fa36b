package org.amalgam.ui.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.amalgam.domain.PriceBand;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.domain.rule.RuleScope;

/** A rule while it is being written. Days are those of UTC, as all times of the window are. */
public final class RuleDraft {

    /** What a rule can do. */
    public enum Effect {
        PIN,
        BOOST,
        BURY,
        EXCLUDE
    }

    /** What a rule can be about. */
    public enum Scope {
        ITEM,
        BRAND,
        CATEGORY,
        PRICE
    }

    private static final double USUAL_STRENGTH = 0.05;

    private final ObjectProperty<Effect> effect =
            new SimpleObjectProperty<>(this, "effect", Effect.BOOST);
    private final ObjectProperty<Scope> scope =
            new SimpleObjectProperty<>(this, "scope", Scope.BRAND);
    private final ObjectProperty<Integer> place = new SimpleObjectProperty<>(this, "place", 1);
    private final DoubleProperty strength =
            new SimpleDoubleProperty(this, "strength", USUAL_STRENGTH);
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty priceFrom = new SimpleStringProperty(this, "priceFrom", "");
    private final StringProperty priceBelow = new SimpleStringProperty(this, "priceBelow", "");
    private final ObjectProperty<LocalDate> from = new SimpleObjectProperty<>(this, "from");
    private final ObjectProperty<LocalDate> until = new SimpleObjectProperty<>(this, "until");
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private boolean enabled = true;

    /** Everything that a rule is made of, to be watched. */
    Observable[] parts() {
        return new Observable[] {
            effect, scope, place, strength, name, priceFrom, priceBelow, from, until, note
        };
    }

    /** Begins anew, with the effect and kind of scope that were chosen last. */
    void clear() {
        name.set("");
        priceFrom.set("");
        priceBelow.set("");
        from.set(null);
        until.set(null);
        note.set("");
        enabled = true;
    }

    /** Shows a rule to be changed. */
    void show(MerchandisingRule rule) {
        clear();
        enabled = rule.enabled();
        note.set(rule.note());
        from.set(rule.from().map(RuleDraft::day).orElse(null));
        until.set(rule.until().map(RuleDraft::day).orElse(null));
        showEffect(rule.effect());
        showScope(rule.scope());
    }

    private void showEffect(RuleEffect shown) {
        if (shown instanceof RuleEffect.Pin pin) {
            effect.set(Effect.PIN);
            place.set(pin.place());
        } else if (shown instanceof RuleEffect.Boost boost) {
            effect.set(Effect.BOOST);
            strength.set(boost.strength());
        } else if (shown instanceof RuleEffect.Bury bury) {
            effect.set(Effect.BURY);
            strength.set(bury.strength());
        } else {
            effect.set(Effect.EXCLUDE);
        }
    }

    private void showScope(RuleScope shown) {
        if (shown instanceof RuleScope.OneItem item) {
            scope.set(Scope.ITEM);
            name.set(item.id());
        } else if (shown instanceof RuleScope.Brand brand) {
            scope.set(Scope.BRAND);
            name.set(brand.name());
        } else if (shown instanceof RuleScope.Category category) {
            scope.set(Scope.CATEGORY);
            name.set(category.path());
        } else if (shown instanceof RuleScope.Prices prices) {
            scope.set(Scope.PRICE);
            priceFrom.set(number(prices.band().from()));
            boolean open = Double.isInfinite(prices.band().below());
            priceBelow.set(open ? "" : number(prices.band().below()));
        }
    }

    private static String number(double price) {
        return price == Math.rint(price) ? Long.toString((long) price) : Double.toString(price);
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Optional<Instant> start(LocalDate day) {
        return Optional.ofNullable(day).map(one -> one.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The rule as written, numbered 1; empty while something is missing or impossible. */
    public Optional<MerchandisingRule> rule() {
        try {
            return scopeAsWritten().map(this::about);
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    private MerchandisingRule about(RuleScope items) {
        return new MerchandisingRule(
                1,
                effectAsWritten(),
                items,
                enabled,
                note.get().strip(),
                start(from.get()),
                start(until.get()));
    }

    private RuleEffect effectAsWritten() {
        return switch (effect.get()) {
            case PIN -> new RuleEffect.Pin(place.get());
            case BOOST -> new RuleEffect.Boost(strength.get());
            case BURY -> new RuleEffect.Bury(strength.get());
            case EXCLUDE -> new RuleEffect.Exclude();
        };
    }

    private Optional<RuleScope> scopeAsWritten() {
        String written = name.get().strip();
        if (scope.get() == Scope.PRICE) {
            boolean any = priceFrom.get().isBlank() && priceBelow.get().isBlank();
            return any ? Optional.empty() : Optional.of(new RuleScope.Prices(band()));
        }
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (scope.get()) {
                    case ITEM -> new RuleScope.OneItem(written);
                    case BRAND -> new RuleScope.Brand(written);
                    default -> new RuleScope.Category(written);
                });
    }

    /** A number that cannot be read is an impossible band. */
    private PriceBand band() {
        return new PriceBand(
                price(priceFrom.get(), 0), price(priceBelow.get(), Double.POSITIVE_INFINITY));
    }

    private static double price(String text, double otherwise) {
        return text.isBlank() ? otherwise : Double.parseDouble(text.strip().replace(',', '.'));
    }

    public ObjectProperty<Effect> effectProperty() {
        return effect;
    }

    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /** Place of a pin. */
    public ObjectProperty<Integer> placeProperty() {
        return place;
    }

    /** Strength of a boost or bury. */
    public DoubleProperty strengthProperty() {
        return strength;
    }

    /** Id of the item, brand, or path of the category. */
    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty priceFromProperty() {
        return priceFrom;
    }

    public StringProperty priceBelowProperty() {
        return priceBelow;
    }

    /** First day on which it acts; null for from ever. */
    public ObjectProperty<LocalDate> fromProperty() {
        return from;
    }

    /** First day on which it no longer acts; null for for ever. */
    public ObjectProperty<LocalDate> untilProperty() {
        return until;
    }

    public StringProperty noteProperty() {
        return note;
    }
}
