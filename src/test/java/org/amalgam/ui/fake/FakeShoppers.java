package org.amalgam.ui.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.engine.ListSource;
import org.amalgam.pipeline.shop.Shoppers;

/** Made-up shoppers of the {@link FakeShop}, the same every time. */
public final class FakeShoppers {

    /** How many there are. */
    public static final int COUNT = 60;

    private FakeShoppers() {}

    public static Shoppers shoppers() {
        List<String> ids = new ArrayList<>();
        for (int user = 0; user < COUNT; user++) {
            ids.add(String.format("shopper-%03d", user));
        }
        return Shoppers.read(source(), ids, Duration.ofMinutes(30), TaskMonitor.silent());
    }

    /** Their events with the shop's catalogue. */
    public static EventSource source() {
        Catalogue catalogue = FakeShop.catalogue();
        ListSource events = new ListSource(catalogue.size(), events(catalogue.size()));
        return new EventSource() {
            @Override
            public Catalogue catalogue() {
                return catalogue;
            }

            @Override
            public long count(Instant from, Instant until) {
                return events.count(from, until);
            }

            @Override
            public Cursor open(Instant from, Instant until) {
                return events.open(from, until);
            }

            @Override
            public String userId(int user) {
                return events.userId(user);
            }
        };
    }

    private record Done(int user, int item, Action action, Instant time) {}

    private static List<Event> events(int items) {
        Random random = new Random(7);
        List<Done> all = new ArrayList<>();
        long days = Duration.between(FakeShop.FIRST, FakeShop.LAST).toDays();
        for (int user = 0; user < COUNT; user++) {
            int sessions = 1 + random.nextInt(9);
            for (int session = 0; session < sessions; session++) {
                Instant time =
                        FakeShop.FIRST.plus(
                                Duration.ofMinutes(random.nextInt((int) days * 24 * 60)));
                int steps = 1 + random.nextInt(6);
                for (int step = 0; step < steps; step++) {
                    int item = (user + random.nextInt(6)) % items;
                    all.add(new Done(user, item, action(random), time));
                    time = time.plusSeconds(20 + random.nextInt(240));
                }
            }
        }
        all.sort(Comparator.comparing(Done::time).thenComparing(Done::user));
        List<Event> events = new ArrayList<>();
        for (Done done : all) {
            events.add(
                    new Event(events.size(), done.user(), done.item(), done.action(), done.time()));
        }
        return events;
    }

    private static Action action(Random random) {
        int roll = random.nextInt(10);
        if (roll < 7) {
            return Action.VIEW;
        }
        return roll < 9 ? Action.ADD_TO_CART : Action.PURCHASE;
    }
}
