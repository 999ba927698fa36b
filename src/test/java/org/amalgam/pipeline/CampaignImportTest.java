package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.amalgam.config.CleaningSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Campaign;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.RejectedLine.Reason;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.store.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CampaignImportTest {

    private static final String HEADER = "campaign,from,until,item_id\n";
    private static final String SPRING =
            HEADER
                    + "spring,2026-03-01T00:00:00Z,2026-03-08T00:00:00Z,i0\n"
                    + "spring,2026-03-01T00:00:00Z,2026-03-08T00:00:00Z,i2\n";
    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    @RegisterExtension final MemoryStore h2 = new MemoryStore();

    @TempDir Path folder;

    private ImportReport imported(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new LogImport(h2.store(), CleaningSettings.defaults())
                .run(List.of(file), "auto", TaskMonitor.silent());
    }

    private static Campaign spring(int days, Integer... items) {
        return new Campaign("spring", FIRST, FIRST.plusSeconds(days * 86_400L), List.of(items));
    }

    @Test
    void campaignsMayComeBeforeTheItemsTheyName() throws IOException {
        ImportReport report = imported("adverts.csv", SPRING);

        assertThat(report.campaigns()).isEqualTo(1);
        assertThat(report.kept()).isEqualTo(2);
        assertThat(h2.store().campaigns().all()).containsExactly(spring(7));
        imported("log.csv", LogFiles.log(5));
        assertThat(h2.store().campaigns().all()).containsExactly(spring(7, 0, 2));
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        imported("log.csv", LogFiles.log(5));
        String digest = h2.store().digest();
        imported("adverts.csv", SPRING);
        ImportReport again = imported("renamed.csv", SPRING);

        assertThat(again.campaigns()).isZero();
        assertThat(again.kept()).isZero();
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(h2.store().campaigns().all()).containsExactly(spring(7, 0, 2));
        assertThat(h2.store().digest()).isEqualTo(digest);
    }

    @Test
    void aChangedFileReplacesAndTheFirstOneAgainPutsBack() throws IOException {
        imported("log.csv", LogFiles.log(5));
        imported("adverts.csv", SPRING);
        String longer = HEADER + "spring,2026-03-01T00:00:00Z,2026-03-11T00:00:00Z,i1\n";
        assertThat(imported("adverts.csv", longer).campaigns()).isEqualTo(1);
        assertThat(h2.store().campaigns().all()).containsExactly(spring(10, 1));
        assertThat(imported("adverts.csv", SPRING).campaigns()).isEqualTo(1);
        assertThat(h2.store().campaigns().all()).containsExactly(spring(7, 0, 2));
    }

    @Test
    void badLinesAreCountedAndAllOthersKept() throws IOException {
        imported("log.csv", LogFiles.log(5));
        ImportReport report =
                imported(
                        "adverts.csv",
                        SPRING
                                + " ,2026-03-01T00:00:00Z,2026-03-08T00:00:00Z,i3\n"
                                + "spring,2026-03-01T00:00:00Z,2026-03-09T00:00:00Z,i3\n"
                                + "autumn,soon,2026-03-09T00:00:00Z,i3\n"
                                + "spring,2026-03-01T00:00:00Z,2026-03-08T00:00:00Z,i4\n");

        assertThat(report.rejected())
                .isEqualTo(
                        Map.of(
                                Reason.MISSING_CAMPAIGN, 1L,
                                Reason.CONTRADICTING_TIMES, 1L,
                                Reason.BAD_TIMESTAMP, 1L));
        assertThat(report.examples().get(0).detail()).isEqualTo("adverts.csv: no campaign");
        assertThat(h2.store().campaigns().all()).containsExactly(spring(7, 0, 2, 4));
    }

    @Test
    void aFileOfBadLinesAloneIsRefusedAndNothingStoredIsLost() throws IOException {
        imported("log.csv", LogFiles.log(5));
        imported("adverts.csv", SPRING);
        String bad = HEADER + "spring,2026-03-09T00:00:00Z,2026-03-08T00:00:00Z,i3\n";

        assertThatThrownBy(() -> imported("bad.csv", bad))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining(
                        "bad.csv, line 2: until 2026-03-08T00:00:00Z is not after"
                                + " 2026-03-09T00:00:00Z, and in all 1 of 1 lines cannot be used");
        assertThat(h2.store().campaigns().all()).containsExactly(spring(7, 0, 2));
    }

    @Test
    void theProfileTellsHowManyThereAreIfAny() throws IOException {
        imported("log.csv", LogFiles.log(5));
        assertThat(overview()).noneMatch(row -> row.get(0).equals("campaigns"));
        imported("adverts.csv", SPRING);
        assertThat(overview()).endsWith(List.of("campaigns", "1"));
    }

    private List<List<String>> overview() {
        DataProfile profile = new StoreProfile(h2.store(), SessionSettings.defaults().gap()).read();
        return profile.tables().get(0).rows();
    }
}
