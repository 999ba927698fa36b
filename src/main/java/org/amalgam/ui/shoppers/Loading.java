package org.amalgam.ui.shoppers;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.Workbench;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.pipeline.shop.Shoppers;
import org.amalgam.ui.desk.Background;
import org.amalgam.ui.desk.TrainingChoice;

/**
 * Brings what the screen needs of a store: first its shoppers, then the members that make lists.
 * Beside other work of the window, so that shoppers can be looked at while networks train. For the
 * screens' thread.
 */
final class Loading {

    /** How far it is. */
    sealed interface State {}

    /** Nothing was asked for. */
    record Idle() implements State {}

    /**
     * Under way.
     *
     * @param said by the worker; empty at the beginning
     * @param fraction 0 to 1, or negative when nobody knows
     */
    record Busy(String said, double fraction) implements State {}

    record Ready() implements State {}

    /** Ended by an error. */
    record Failed(String why) implements State {}

    private final Background background;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new Idle());
    private final ReadOnlyObjectWrapper<Optional<Shoppers>> shoppers =
            new ReadOnlyObjectWrapper<>(this, "shoppers", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShopWindow>> window =
            new ReadOnlyObjectWrapper<>(this, "window", Optional.empty());
    private Monitor monitor = new Monitor();

    Loading(Background background) {
        this.background = background;
    }

    private final class Monitor implements TaskMonitor {
        private volatile boolean over;

        @Override
        public void progress(String what, long done, long total) {
            double fraction = total > 0 ? (double) done / total : -1;
            background.show(
                    () -> {
                        if (!over) {
                            state.set(new Busy(what, fraction));
                        }
                    });
        }

        @Override
        public boolean cancelled() {
            return over;
        }
    }

    /** Forgets the store before, and stops what is under way. */
    void clear() {
        begin(new Idle());
        background.forget();
        shoppers.set(Optional.empty());
        show(Optional.empty());
    }

    /** Closing waits for a list that is being made, so it is not done here. */
    private void show(Optional<ShopWindow> next) {
        Optional<ShopWindow> before = window.get();
        window.set(next);
        before.ifPresent(old -> background.later(old::close));
    }

    private void begin(State first) {
        monitor.over = true;
        monitor = new Monitor();
        state.set(first);
    }

    /** Reads the shoppers of this store, then its members. */
    void load(Workbench workbench) {
        clear();
        state.set(new Busy("", -1));
        Monitor watch = monitor;
        background.run(
                () -> workbench.shoppers(watch),
                read -> {
                    shoppers.set(Optional.of(read));
                    loadMembers(workbench);
                },
                this::fail);
    }

    /** Loads the members anew, as they are trained now; those before answer until then. */
    void loadMembers(Workbench workbench) {
        Optional<Shoppers> known = shoppers.get();
        if (known.isEmpty()) {
            load(workbench);
            return;
        }
        begin(new Busy("", -1));
        Monitor watch = monitor;
        background.run(
                () -> workbench.shopWindow(known.get(), TrainingChoice.SEED, watch),
                opened -> {
                    watch.over = true;
                    show(Optional.of(opened));
                    state.set(new Ready());
                },
                this::fail);
    }

    private void fail(Exception failure) {
        monitor.over = true;
        state.set(new Failed(String.valueOf(failure.getMessage())));
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Shoppers>> shoppersProperty() {
        return shoppers.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ShopWindow>> windowProperty() {
        return window.getReadOnlyProperty();
    }
}
