package org.amalgam.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.engine.FusionGroups;
import org.amalgam.pipeline.engine.KeptMembers;
import org.amalgam.pipeline.engine.MemberSupply;
import org.amalgam.pipeline.engine.TrainedMembers;
import org.amalgam.pipeline.shop.MemberShopWindow;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.pipeline.shop.Shoppers;
import org.amalgam.store.EventStore;

/** Opens shop windows over a store and closes those that are left. Thread-safe. */
final class ShopWindows implements AutoCloseable {

    private final SessionSettings sessions;
    private final FusionSettings fusion;
    private final ImputedFile imputed;
    private final Set<ShopWindow> open = ConcurrentHashMap.newKeySet();

    ShopWindows(SessionSettings sessions, FusionSettings fusion, ImputedFile imputed) {
        this.sessions = sessions;
        this.fusion = fusion;
        this.imputed = imputed;
    }

    ShopWindow open(
            EventStore store,
            MemberSupply supply,
            Shoppers shoppers,
            long seed,
            TaskMonitor monitor) {
        Map<String, Instant> shelved = supply.shelved(List.copyOf(FusionGroups.networks()), seed);
        Instant until =
                shelved.values().stream()
                        .max(Instant::compareTo)
                        .orElseGet(() -> store.splitAt(ReplayPreparation.TRAIN_SHARE));
        List<String> untrained =
                TrainRequest.ALL.stream()
                        .filter(FusionGroups.networks()::contains)
                        .filter(name -> !until.equals(shelved.get(name)))
                        .toList();
        List<String> names = new ArrayList<>(TrainRequest.ALL);
        names.removeAll(untrained);
        TrainedMembers members =
                supply.supply(names, until, seed, FusionRequest.by("hedge"), monitor);
        KeptMembers kept =
                KeptMembers.of(
                        members,
                        store,
                        sessions,
                        fusion,
                        imputed.read(store.digest(), store.catalogue()),
                        monitor);
        ShopWindow made =
                new MemberShopWindow(
                        kept,
                        untrained,
                        shoppers,
                        sessions,
                        () -> store.rules().book(),
                        open::remove);
        open.add(made);
        return made;
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(ShopWindow::close);
    }
}
