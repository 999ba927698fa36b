package org.amalgam.ui.settings;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.amalgam.ui.desk.Opened;

/** Stores that were open lately, latest first. For the screens' thread. */
public final class RecentStores {

    static final int MOST = 6;

    private final InstantSource clock;
    private final ObservableList<RecentStore> stores = FXCollections.observableArrayList();

    public RecentStores(InstantSource clock, List<RecentStore> before) {
        this.clock = clock;
        stores.addAll(before);
    }

    /** Notes that a store is open. */
    public void used(Opened opened) {
        forget(opened.store());
        stores.add(0, new RecentStore(opened.store(), opened.events(), clock.instant()));
        if (stores.size() > MOST) {
            stores.remove(MOST, stores.size());
        }
    }

    /** Drops a store that is gone. */
    public void forget(Path store) {
        stores.removeIf(recent -> recent.store().equals(store));
    }

    public Optional<RecentStore> latest() {
        return stores.stream().findFirst();
    }

    /** Follows every change. */
    public ObservableList<RecentStore> list() {
        return stores;
    }
}
