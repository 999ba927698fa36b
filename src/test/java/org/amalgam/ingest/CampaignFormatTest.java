package org.amalgam.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.CampaignLine;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.RejectedLine.Reason;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignFormatTest {

    private static final String HEADER = "campaign,from,until,item_id\n";
    private static final String SPAN = ",2026-03-01T08:00:00Z,2026-03-08T08:00:00Z,";
    private static final Instant FROM = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-08T08:00:00Z");

    @TempDir Path folder;

    @Test
    void theHeaderTellsThatAFileIsOfCampaigns() throws IOException {
        SourceFile file = inspect("Until,item_id,note,FROM,campaign\n");

        assertThat(file.format().name()).isEqualTo("campaigns");
        assertThat(file.format().content()).isEqualTo(LogFormat.Content.CAMPAIGNS);
    }

    @Test
    void aLineIsAnItemOfACampaign() throws IOException {
        List<ParsedLine> lines =
                read("春季,1772352000,2026-03-08T09:00:00+01:00,hat\n 春季" + SPAN + "shoe.0\n");

        assertThat(lines)
                .containsExactly(
                        new ParsedLine.Advertised(
                                new CampaignLine(2, "春季", FROM, UNTIL, "hat"), false),
                        new ParsedLine.Advertised(
                                new CampaignLine(3, "春季", FROM, UNTIL, "shoe.0"), true));
    }

    @Test
    void aNameIsNoNumber() throws IOException {
        ParsedLine.Advertised line = (ParsedLine.Advertised) read("2026.0" + SPAN + "7.0\n").get(0);

        assertThat(line.entry().campaign()).isEqualTo("2026.0");
        assertThat(line.entry().item()).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({
        "' ', 2026-03-01T08:00:00Z, 2026-03-08T08:00:00Z, hat, MISSING_CAMPAIGN, no campaign",
        "'', never, ever, '', MISSING_CAMPAIGN, no campaign",
        "spring, March, 2026-03-08T08:00:00Z, hat, BAD_TIMESTAMP, 'from \"March\"'",
        "spring, 2026-03-01T08:00:00Z, '', hat, BAD_TIMESTAMP, 'until \"\"'",
        "spring, 1, 2026-03-08T08:00:00Z, hat, IMPLAUSIBLE_TIME, 'from \"1\" is 1970-01-01T00:00:01Z'",
        "spring, 2026-03-08T08:00:00Z, 2026-03-08T08:00:00Z, hat, UNTIL_NOT_AFTER_FROM,"
                + " until 2026-03-08T08:00:00Z is not after 2026-03-08T08:00:00Z",
        "spring, 2026-03-08T08:00:00Z, 2026-03-01T08:00:00Z, hat, UNTIL_NOT_AFTER_FROM,"
                + " until 2026-03-01T08:00:00Z is not after 2026-03-08T08:00:00Z",
        "spring, 2026-03-01T08:00:00.0001Z, 2026-03-01T08:00:00.0002Z, hat, UNTIL_NOT_AFTER_FROM,"
                + " until 2026-03-01T08:00:00Z is not after 2026-03-01T08:00:00Z",
        "spring, 2026-03-01T08:00:00Z, 2026-03-08T08:00:00Z, ' ', MISSING_ITEM, no item",
        "sp\uFFFDng, 2026-03-01T08:00:00Z, 2026-03-08T08:00:00Z, hat, UNREADABLE,"
                + " 'id \"sp\uFFFDng\" is not UTF-8 text'"
    })
    void aBadLineIsRejectedForOneReason(
            String campaign, String from, String until, String item, Reason reason, String detail)
            throws IOException {
        List<ParsedLine> lines = read(String.join(",", campaign, from, until, item) + "\n");

        assertThat(lines)
                .containsExactly(new ParsedLine.Rejected(new RejectedLine(2, reason, detail)));
    }

    @Test
    void aLineWithTooManyFieldsIsRejected() throws IOException {
        assertThat(read("spring" + SPAN + "hat,shoe\n"))
                .containsExactly(
                        new ParsedLine.Rejected(
                                new RejectedLine(
                                        2,
                                        Reason.WRONG_FIELD_COUNT,
                                        "5 fields, the header has 4")));
    }

    @Test
    void theFirstSoundLineGivesACampaignsTimes() throws IOException {
        List<ParsedLine> lines =
                read(
                        "spring,2026-03-01T08:00:00Z,never,hat\n"
                                + ("spring" + SPAN + "hat\n")
                                + "spring,2026-03-01T08:00:00Z,2026-03-09T08:00:00Z,shoe\n"
                                + ("spring" + SPAN + "sock\n"));

        assertThat(lines.get(2))
                .isEqualTo(
                        new ParsedLine.Rejected(
                                new RejectedLine(
                                        4,
                                        Reason.CONTRADICTING_TIMES,
                                        "\"spring\" is from 2026-03-01T08:00:00Z until"
                                                + " 2026-03-08T08:00:00Z in line 3")));
        assertThat(lines.get(3)).isInstanceOf(ParsedLine.Advertised.class);
    }

    @Test
    void anItemToldTwiceIsARepeatHoweverItIsWritten() throws IOException {
        List<ParsedLine> lines =
                read(
                        ("spring" + SPAN + "hat\n")
                                + "spring,1772352000,1772956800,hat\n"
                                + ("summer" + SPAN + "hat\n"));

        assertThat(lines.get(1)).isEqualTo(new ParsedLine.Duplicate(3));
        assertThat(lines.get(2)).isInstanceOf(ParsedLine.Advertised.class);
    }

    private SourceFile inspect(String text) throws IOException {
        Path path = Files.writeString(folder.resolve("adverts.csv"), text);
        return SourceFile.inspect(path, LogFormats.AUTO, TaskMonitor.silent());
    }

    private List<ParsedLine> read(String lines) throws IOException {
        List<ParsedLine> read = new ArrayList<>();
        try (LineReader reader =
                inspect(HEADER + lines).read(CleaningSettings.defaults(), TaskMonitor.silent())) {
            reader.forEachRemaining(read::add);
        }
        return read;
    }
}
