package org.amalgam.ui.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** What a person asks of the items listed. For the screens' thread. */
public final class CatalogueFilters {

    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<Optional<String>> brand = choice("brand");
    private final ObjectProperty<Optional<String>> category = choice("category");
    private final StringProperty leastPrice = new SimpleStringProperty(this, "leastPrice", "");
    private final StringProperty mostPrice = new SimpleStringProperty(this, "mostPrice", "");
    private final BooleanProperty unshown = new SimpleBooleanProperty(this, "unshown", false);
    private final ObjectProperty<Optional<UnshownReason>> reason = choice("reason");
    private final ObjectProperty<Optional<Age>> age = choice("age");

    /**
     * @param changed runs whenever one of them changes
     */
    CatalogueFilters(Runnable changed) {
        List<ObservableValue<?>> all =
                List.of(search, brand, category, leastPrice, mostPrice, unshown, reason, age);
        all.forEach(one -> one.addListener(seen -> changed.run()));
    }

    private <T> ObjectProperty<Optional<T>> choice(String name) {
        return new SimpleObjectProperty<>(this, name, Optional.empty());
    }

    /** As they are now; reason and age are asked of unshown items only. */
    CatalogueFilter now() {
        boolean nobody = unshown.get();
        return new CatalogueFilter(
                search.get(),
                brand.get(),
                category.get(),
                price(leastPrice.get()),
                price(mostPrice.get()),
                nobody,
                reason.get().filter(any -> nobody),
                age.get().filter(any -> nobody));
    }

    /** What is no number is no bound. */
    private static OptionalDouble price(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text.strip().replace(',', '.')));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Takes all away but whether unshown items are listed. */
    public void clear() {
        search.set("");
        brand.set(Optional.empty());
        category.set(Optional.empty());
        leastPrice.set("");
        mostPrice.set("");
        reason.set(Optional.empty());
        age.set(Optional.empty());
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<Optional<String>> brandProperty() {
        return brand;
    }

    public ObjectProperty<Optional<String>> categoryProperty() {
        return category;
    }

    public StringProperty leastPriceProperty() {
        return leastPrice;
    }

    public StringProperty mostPriceProperty() {
        return mostPrice;
    }

    /** Whether only items are listed that were shown to nobody. */
    public BooleanProperty unshownProperty() {
        return unshown;
    }

    public ObjectProperty<Optional<UnshownReason>> reasonProperty() {
        return reason;
    }

    public ObjectProperty<Optional<Age>> ageProperty() {
        return age;
    }
}
