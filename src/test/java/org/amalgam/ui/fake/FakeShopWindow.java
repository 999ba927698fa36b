package org.amalgam.ui.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.Event;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.Item;
import org.amalgam.pipeline.shop.ListRequest;
import org.amalgam.pipeline.shop.Reason;
import org.amalgam.pipeline.shop.ShopList;
import org.amalgam.pipeline.shop.ShopWindow;

/**
 * Two members: one likes items near the last one in the catalogue, one likes items of categories
 * met. Cheap, the same every time, and moved by every change of history or weights.
 */
public final class FakeShopWindow implements ShopWindow {

    private final Catalogue catalogue = FakeShop.catalogue();
    private final List<String> untrained;
    private final List<ListRequest> requests = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    public FakeShopWindow(List<String> untrained) {
        this.untrained = List.copyOf(untrained);
    }

    @Override
    public List<String> members() {
        return List.of("vstan", "itemknn");
    }

    @Override
    public List<String> untrained() {
        return untrained;
    }

    @Override
    public Instant trainedUntil() {
        return FakeShop.FIRST.plus(Duration.ofDays(60));
    }

    @Override
    public FusionWeights equal() {
        return FusionWeights.uniform(members());
    }

    @Override
    public FusionWeights learned() {
        return FusionWeights.of(Map.of("vstan", 0.7, "itemknn", 0.3));
    }

    @Override
    public ShopList list(ListRequest request) {
        requests.add(request);
        List<ShopList.Place> places = new ArrayList<>();
        catalogue.items().stream()
                .sorted(
                        Comparator.comparingDouble((Item item) -> -score(item, request))
                                .thenComparing(Item::index))
                .limit(request.k())
                .forEach(
                        item ->
                                places.add(
                                        new ShopList.Place(
                                                places.size() + 1,
                                                item,
                                                score(item, request),
                                                shares(item, request),
                                                reason(item, places.size(), request))));
        return new ShopList(places);
    }

    private double score(Item item, ListRequest request) {
        return shares(item, request).values().stream().mapToDouble(share -> share).sum();
    }

    private Map<String, Double> shares(Item item, ListRequest request) {
        double near = 0;
        double alike = 0;
        List<Event> history = request.history();
        if (!history.isEmpty()) {
            Event last = history.get(history.size() - 1);
            near = 1.0 / (1 + Math.abs(last.item() - item.index()));
            long same =
                    history.stream()
                            .filter(
                                    event ->
                                            catalogue
                                                    .item(event.item())
                                                    .category()
                                                    .equals(item.category()))
                            .count();
            alike = (double) same / history.size();
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        if (request.weights().of("vstan") > 0) {
            shares.put("vstan", request.weights().of("vstan") * near);
        }
        if (request.weights().of("itemknn") > 0) {
            shares.put("itemknn", request.weights().of("itemknn") * alike);
        }
        return shares;
    }

    private Optional<Reason> reason(Item item, int index, ListRequest request) {
        if (index >= request.explained()) {
            return Optional.empty();
        }
        if (request.history().isEmpty()) {
            return Optional.of(new Reason.Anybody());
        }
        Event last = request.history().get(request.history().size() - 1);
        Reason.Met met =
                new Reason.Met(
                        catalogue.item(last.item()),
                        last.action(),
                        Duration.between(last.time(), request.asOf()).plusSeconds(130));
        return Optional.of(
                switch (index % 4) {
                    case 0 -> new Reason.BoughtWith(met, 3);
                    case 1 -> new Reason.WentOn(met, 12);
                    case 2 ->
                            new Reason.Similar(
                                    new ContentOverlap(
                                            ContentOverlap.Kind.CATEGORY,
                                            item.category().orElse(""),
                                            met.item(),
                                            OptionalDouble.empty()),
                                    Optional.of(met));
                    default -> new Reason.Carried(met);
                });
    }

    /** What was asked so far, oldest first. */
    public List<ListRequest> requests() {
        return requests;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
