package org.amalgam.ui.fake;

import java.time.Instant;
import java.util.List;
import org.amalgam.domain.Campaign;

/** What the made-up shop advertised; the made-up replay goes from 2 May, noon, to 17 May. */
public final class FakeCampaigns {

    /** By begin; the first is over before the replay begins, the last begins after its end. */
    public static final List<Campaign> ALL =
            List.of(
                    campaign("Spring walks", "2026-03-20", "2026-04-10", 0, 1, 2),
                    campaign("Labour day 五一大促", "2026-04-30", "2026-05-05", 5, 6, 7, 8),
                    campaign("Camping week", "2026-05-04", "2026-05-09", 3),
                    campaign("Mother’s day 母亲节", "2026-05-08", "2026-05-11", 13, 14, 15),
                    campaign("Tea and coffee", "2026-05-09", "2026-05-12", 5, 8),
                    campaign("Home office", "2026-05-10", "2026-05-14", 10, 19),
                    campaign("Yoga days", "2026-05-10", "2026-05-13"),
                    campaign("Summer is coming", "2026-05-15", "2026-06-15", 2, 13),
                    campaign("Midsummer", "2026-06-20", "2026-06-25", 4));

    private FakeCampaigns() {}

    private static Campaign campaign(String name, String from, String until, Integer... items) {
        return new Campaign(name, midnight(from), midnight(until), List.of(items));
    }

    private static Instant midnight(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
