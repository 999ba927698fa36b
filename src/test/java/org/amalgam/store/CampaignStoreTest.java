package org.amalgam.store;

import static org.amalgam.store.MemoryStore.NOON;
import static org.amalgam.store.MemoryStore.described;
import static org.amalgam.store.MemoryStore.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.amalgam.domain.Campaign;
import org.amalgam.domain.CampaignLine;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.UnusableInput;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CampaignStoreTest {

    private static final Instant EVENING = NOON.plusSeconds(6 * 3_600);
    private static final Instant NIGHT = NOON.plusSeconds(12 * 3_600);

    @RegisterExtension final MemoryStore memory = new MemoryStore();

    @TempDir Path folder;

    private CampaignStore campaigns() {
        return memory.store().campaigns();
    }

    private static CampaignLine line(
            long line, String campaign, Instant from, Instant until, String item) {
        return new CampaignLine(line, campaign, from, until, item);
    }

    private static CampaignStore.Told told(
            String file, List<RejectedLine> rejected, CampaignLine... lines) {
        return new CampaignStore.Told(
                file,
                described(file).sha256(),
                List.of(lines),
                rejected,
                new SourceCounts(true, 9, 9, lines.length, rejected.size(), 0, 0));
    }

    private CampaignStore.Written write(String file, CampaignLine... lines) {
        return campaigns().write(told(file, List.of(), lines));
    }

    @Test
    void campaignsComeByBeginThenNameWithTheItemsThatTheCatalogueHas() {
        memory.insert("log", viewed(2, NOON, "ann", "hat"), viewed(3, NOON, "ann", "shoe"));
        CampaignStore.Written written =
                write(
                        "a",
                        line(2, "late", EVENING, NIGHT, "hat"),
                        line(3, "both", NOON, NIGHT, "shoe"),
                        line(4, "also", NOON, EVENING, "unheard of"),
                        line(5, "both", NOON, NIGHT, "hat"));

        assertThat(written).isEqualTo(new CampaignStore.Written(false, 3));
        assertThat(campaigns().count()).isEqualTo(3);
        assertThat(campaigns().all())
                .containsExactly(
                        new Campaign("also", NOON, EVENING, List.of()),
                        new Campaign("both", NOON, NIGHT, List.of(0, 1)),
                        new Campaign("late", EVENING, NIGHT, List.of(0)));
        assertThat(memory.store().catalogue().size()).isEqualTo(2);
    }

    @Test
    void itemsMayComeAfterTheirCampaign() {
        write("a", line(2, "spring", NOON, NIGHT, "shoe"));
        memory.insert("log", viewed(2, NOON, "ann", "hat"), viewed(3, NOON, "ann", "shoe"));

        assertThat(campaigns().all())
                .containsExactly(new Campaign("spring", NOON, NIGHT, List.of(1)));
    }

    @Test
    void aCampaignIsReplacedByOneOfItsNameAndOthersStay() {
        memory.insert("log", viewed(2, NOON, "ann", "hat"), viewed(3, NOON, "ann", "shoe"));
        write("a", line(2, "spring", NOON, NIGHT, "hat"), line(3, "summer", NOON, NIGHT, "hat"));

        assertThat(
                        write(
                                "b",
                                line(2, "spring", NOON, EVENING, "shoe"),
                                line(3, "summer", NOON, NIGHT, "hat")))
                .isEqualTo(new CampaignStore.Written(false, 1));
        assertThat(campaigns().all())
                .containsExactly(
                        new Campaign("spring", NOON, EVENING, List.of(1)),
                        new Campaign("summer", NOON, NIGHT, List.of(0)));
    }

    @Test
    void theSameTextChangesNothingUnlessAnotherCameBetween() {
        CampaignLine early = line(2, "spring", NOON, EVENING, "hat");
        write("a", early);
        assertThat(write("a", early)).isEqualTo(new CampaignStore.Written(true, 0));
        write("b", line(2, "spring", NOON, NIGHT, "hat"));
        assertThat(write("a", early)).isEqualTo(new CampaignStore.Written(true, 1));
        assertThat(campaigns().all())
                .containsExactly(new Campaign("spring", NOON, EVENING, List.of()));
    }

    @Test
    void theDigestDoesNotKnowCampaigns() {
        memory.insert("log", viewed(2, NOON, "ann", "hat"));
        String before = memory.store().digest();
        write("a", line(2, "spring", NOON, NIGHT, "hat"));
        assertThat(memory.store().digest()).isEqualTo(before);
        memory.insert("more", viewed(2, NOON, "ann", "shoe"));
        assertThat(memory.store().digest()).isNotEqualTo(before);
    }

    @Test
    void aFileIsAmongTheSourcesWithItsRejectedLines() {
        RejectedLine bad = new RejectedLine(3, RejectedLine.Reason.MISSING_CAMPAIGN, "no campaign");
        CampaignStore.Told file =
                told("adverts.csv", List.of(bad), line(2, "spring", NOON, NIGHT, "hat"));
        campaigns().write(file);
        campaigns().write(file);

        StoreStatistics statistics = memory.store().statistics();
        assertThat(statistics.sources())
                .containsExactly(
                        new StoreStatistics.Source(
                                "adverts.csv", "campaigns", NOON, file.counts()));
        assertThat(statistics.totals().rejected()).isEqualTo(1);
    }

    @Test
    void whileALogIsImportedCampaignsWait() {
        try (SourceWriter writer = memory.store().write(described("log"))) {
            writer.keep(viewed(2, NOON, "ann", "hat"), OptionalDouble.empty(), false);
            assertThatThrownBy(() -> write("a", line(2, "spring", NOON, NIGHT, "hat")))
                    .isInstanceOf(UnusableInput.class)
                    .hasMessageContaining("another import");
            writer.finish(Set.of());
        }
        assertThat(campaigns().all()).isEmpty();
        assertThat(write("a", line(2, "spring", NOON, NIGHT, "hat")).changed()).isEqualTo(1);
    }

    @Test
    void aStoreFromBeforeCampaignsKeepsWhatItHasAndTakesThem() throws Exception {
        Path path = folder.resolve("old");
        JdbcDataSource old = new JdbcDataSource();
        old.setURL("jdbc:h2:file:" + path);
        old.setUser("sa");
        old.setPassword("");
        try (Connection open = old.getConnection();
                var statement = open.createStatement()) {
            Flyway.configure()
                    .dataSource(old)
                    .locations("classpath:org/amalgam/store/migration")
                    .target("3")
                    .load()
                    .migrate();
            statement.execute("INSERT INTO item (id, external_id) VALUES (0, 'hat')");
        }
        try (EventStore store = EventStore.open(path)) {
            assertThat(store.campaigns().all()).isEmpty();
            store.campaigns().write(told("a", List.of(), line(2, "spring", NOON, NIGHT, "hat")));
            assertThat(store.campaigns().all())
                    .containsExactly(new Campaign("spring", NOON, NIGHT, List.of(0)));
        }
    }
}
