package org.amalgam.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class ReportWriterTest {

    private static final String HOSTILE = "<script>alert('1')</script> & \"u\" \u0007";

    @TempDir static Path dir;
    private static String page;
    private static JsonNode summary;

    @BeforeAll
    static void writeOnce() throws IOException {
        page = Files.readString(ReportWriter.write(SampleReport.of(HOSTILE), dir));
        summary = new ObjectMapper().readTree(dir.resolve("summary.json").toFile());
    }

    @Test
    void theSummaryHasTheFieldsOfTheContract() {
        assertThat(summary.get("schema").asText()).isEqualTo("amalgam.run/1");
        for (String field :
                List.of("amalgamVersion", "seed", "dataDigest", "settings", "machine")) {
            assertThat(summary.has(field)).as(field).isTrue();
        }
        assertThat(names(summary.get("results").get(0)))
                .containsExactly(
                        "ranker",
                        "kind",
                        "cases",
                        "hr20",
                        "mrr20",
                        "ndcg20",
                        "hr10",
                        "ndcg10",
                        "coverage20",
                        "tieRate",
                        "trainSeconds",
                        "p50Ms",
                        "p99Ms");
        assertThat(summary.get("results").get(0).get("kind").asText()).isEqualTo("fused");
        assertThat(names(summary.get("comparisons").get(0)))
                .containsExactly("a", "b", "metric", "difference", "low", "high");
        JsonNode adjustment = summary.get("adjustments").get(0);
        assertThat(names(adjustment))
                .containsExactly(
                        "step",
                        "time",
                        "ranker",
                        "detector",
                        "hr20Before",
                        "hr20After",
                        "casesAfter",
                        "changes");
        assertThat(adjustment.get("time").asText()).isEqualTo("2026-03-26T09:15:00Z");
        assertThat(adjustment.get("changes").get(0).toString())
                .isEqualTo("{\"what\":\"fusionRate\",\"amount\":4.0}");
        assertThat(names(summary.get("cleaning")))
                .contains("read", "kept", "rejected", "duplicates", "repaired", "bots", "seconds");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void valuesReachTheSummaryUnchanged() {
        assertThat(summary.get("results").get(0).get("hr20").asDouble()).isEqualTo(0.431);
        assertThat(summary.get("settings").get("strict").isBoolean()).isTrue();
        assertThat(summary.get("timelines").get(0).get("points").size()).isEqualTo(80);
        assertThat(summary.get("samples").get(0).get("shopper").asText()).isEqualTo(HOSTILE);
    }

    @Test
    void whatTheRunTookOfTheMachineIsInTheSummaryAndOnThePage() {
        JsonNode telemetry = summary.get("telemetry");
        assertThat(names(telemetry))
                .containsExactly(
                        "events",
                        "seconds",
                        "eventsPerSecond",
                        "heapPeakMb",
                        "heapAfterGcMb",
                        "gcCount",
                        "gcMillis",
                        "longestPauseMs",
                        "cpuLoad",
                        "batchesDropped",
                        "stages");
        assertThat(telemetry.get("eventsPerSecond").asDouble()).isEqualTo(3_201 / 4.5);
        JsonNode step = telemetry.get("stages").get("whole step");
        assertThat(names(step)).containsExactly("p50Ms", "p95Ms", "p99Ms", "maxMs");
        assertThat(step.get("maxMs").asDouble()).isEqualTo(13.608);
        assertThat(page).contains("13.608").contains("longest pause for one").contains("640 MB");
    }

    @Test
    void theSummaryHoldsNoNumberThatIsNotOne() throws IOException {
        assertThat(Files.readString(dir.resolve("summary.json")))
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
        assertThatThrownBy(
                        () ->
                                new RankerResult(
                                        "lstm",
                                        RankerKind.MEMBER,
                                        0,
                                        Double.NaN,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lstm");
    }

    @Test
    void thePageIsWellFormedAndEscaped() throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(page)));

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent())
                .contains("<script>alert('1')</script> & \"u\" \uFFFD")
                .contains("龙井绿茶");
        assertThat(document.getElementsByTagName("img").getLength()).isEqualTo(5);
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        assertThat(page)
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("url(");
    }

    @Test
    void theHeadlineSaysWhatWonAndByHowMuch() {
        assertThat(page)
                .contains(
                        "fused has the next item among its 20 in 43.1 % of 3,201 cases, more than"
                                + " vstan by 2.2 points, 95 % interval 1.3 to 3.1.");
    }

    @Test
    void everyChartIsAPictureWithMoreThanBackground() throws IOException {
        for (String name :
                List.of("hit-rate", "sliding-hr20", "sliding-mrr20", "fusion-weights", "latency")) {
            BufferedImage picture = ImageIO.read(dir.resolve(name + ".png").toFile());
            assertThat(picture.getWidth()).as(name).isEqualTo(1200);
            long colours =
                    java.util.stream.IntStream.range(0, 1200 * picture.getHeight())
                            .map(i -> picture.getRGB(i % 1200, i / 1200))
                            .distinct()
                            .count();
            assertThat(colours).as(name).isGreaterThan(20);
        }
    }

    @Test
    void theMachineIsDescribed() {
        Machine machine = Machine.describe();

        assertThat(machine.cores()).isPositive();
        assertThat(machine.cpu()).isNotBlank();
        assertThat(machine.java()).contains(System.getProperty("java.version"));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "0.0001, 1, 3", "1, 5, 1000000000"})
    void runsOfAnySizeCanBeDrawn(double hr, long firstEvent, long lastEvent, @TempDir Path out) {
        RunReport.Timeline timeline =
                new RunReport.Timeline(
                        RunReport.Timeline.SLIDING_HR20,
                        List.of(
                                new RunReport.Point(firstEvent, Map.of("lstm", hr), Map.of()),
                                new RunReport.Point(lastEvent, Map.of("lstm", hr), Map.of())));
        RunReport.Timeline latency =
                new RunReport.Timeline(
                        RunReport.Timeline.LATENCY,
                        List.of(
                                new RunReport.Point(firstEvent, Map.of("p50", 0.0), Map.of()),
                                new RunReport.Point(lastEvent, Map.of("p50", 0.0), Map.of())));

        // XChart seeks distinct tick labels without end when there can be none.
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> ReportWriter.write(small(hr, List.of(timeline, latency)), out));
    }

    private static RunReport small(double hr, List<RunReport.Timeline> timelines) {
        RankerResult result =
                new RankerResult("lstm", RankerKind.MEMBER, 1, hr, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        return new RunReport(
                "replay",
                "command",
                "0",
                1,
                "digest",
                Map.of(),
                Machine.describe(),
                List.of(result),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                timelines,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    void theHeadlineClaimsNothingThatIsNotClear() {
        RankerResult first =
                new RankerResult("lstm", RankerKind.MEMBER, 10, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        RankerResult second =
                new RankerResult("cnn", RankerKind.MEMBER, 10, 0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        RunReport report =
                new RunReport(
                        "replay",
                        "command",
                        "0",
                        1,
                        "digest",
                        Map.of(),
                        Machine.describe(),
                        List.of(first, second),
                        List.of(),
                        List.of(new Comparison("cnn", "lstm", "hr20", -0.1, -0.3, 0.1)),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty());

        assertThat(Headline.of(report))
                .endsWith(
                        "its lead over cnn is not clear: 10.0 points, 95 % interval -10.0 to 30.0.");
    }
}
