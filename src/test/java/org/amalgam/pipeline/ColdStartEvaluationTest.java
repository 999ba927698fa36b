package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small shop whose customers buy inside a department, with items that come late. */
class ColdStartEvaluationTest {

    private static final int DEPARTMENTS = 10;
    private static final int SIZE = 12;
    private static final ColdStartRequest REQUEST = new ColdStartRequest(0.2, 0, 42, 1);

    @TempDir Path folder;

    @Test
    void allMethodsAreScoredOnTheSameCasesAndTheReportIsWritten() throws IOException {
        ReplaySummary summary = evaluated(log(true));

        assertThat(summary.results())
                .extracting(RankerResult::ranker)
                .containsExactly(
                        "untouched",
                        "neighbours",
                        "neighbours-uniform",
                        "regression",
                        "regression-uniform",
                        "generator",
                        "generator-uniform",
                        "adversarial",
                        "adversarial-uniform",
                        "untouched-cold",
                        "neighbours-cold",
                        "neighbours-uniform-cold",
                        "regression-cold",
                        "regression-uniform-cold",
                        "generator-cold",
                        "generator-uniform-cold",
                        "adversarial-cold",
                        "adversarial-uniform-cold");
        assertThat(summary.results().subList(0, 9))
                .extracting(RankerResult::cases)
                .containsOnly(summary.cases());
        Comparison found =
                summary.comparisons().stream()
                        .filter(c -> c.a().equals("untouched-cold") && c.metric().equals("hr20"))
                        .findFirst()
                        .orElseThrow();
        // Cold rows as training left them find next to nothing; neighbours find a good deal.
        assertThat(found.difference()).isNegative();
        JsonNode written =
                new ObjectMapper().readTree(folder.resolve("report/summary.json").toFile());
        assertThat(written.get("results")).hasSize(18);
    }

    @Test
    void aLogWithoutContentIsToldSo() throws IOException {
        Path log = log(false);

        assertThatThrownBy(() -> evaluated(log))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("title");
    }

    @Test
    void sharesThatLeaveNothingToLearnFromAreRefused() {
        assertThatThrownBy(() -> new ColdStartRequest(0.6, 0.5, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.6");
    }

    private ReplaySummary evaluated(Path log) {
        try (Workbench workbench = new Workbenches().open(folder.resolve("shop"))) {
            workbench.importLogs(List.of(log), "auto", TaskMonitor.silent());
            return workbench.evaluateCold(
                    REQUEST,
                    new ReportTarget(folder.resolve("report"), Optional.empty(), "evaluate cold"),
                    TaskMonitor.silent());
        }
    }

    /** As invoices, or with the same events as a log of ids alone. */
    private Path log(boolean described) throws IOException {
        StringBuilder text =
                new StringBuilder(
                        described
                                ? "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,"
                                        + "CustomerID\n"
                                : "timestamp,user,item,action\n");
        Random random = new Random(2);
        int lines = 4_000;
        for (int line = 0; line < lines; line++) {
            int customer = random.nextInt(150);
            int department = customer % DEPARTMENTS;
            boolean late = line > lines * 3 / 4;
            int item = random.nextInt(late ? SIZE : SIZE - 2);
            int day = 1 + line * 27 / lines;
            String code = Integer.toString(10_000 + department * 100 + item);
            String time = String.format("2011-03-%02d %02d:00:00", day, 8 + line * 12 / lines % 12);
            text.append(
                    described
                            ? (500_000 + line)
                                    + ","
                                    + code
                                    + ",department"
                                    + department
                                    + " article"
                                    + item
                                    + ",1,"
                                    + time
                                    + ",2.5,"
                                    + customer
                                    + "\n"
                            : time.replace(' ', 'T') + "Z," + customer + "," + code + ",view\n");
        }
        return Files.writeString(folder.resolve("log.csv"), text.toString());
    }
}
