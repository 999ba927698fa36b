package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.amalgam.config.MemberSettings;
import org.amalgam.config.NetworkRecipes;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.Members;
import org.amalgam.model.network.NetworkMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search on a tiny grammar: item i is followed by 7·i + 3, modulo the number of items. */
class TuningTest {

    private static final int ITEMS = 60;
    private static final TrainingSet DATA = grammar();

    @TempDir Path folder;

    private static TrainingSet grammar() {
        SplittableRandom random = new SplittableRandom(5);
        List<Session> sessions = new ArrayList<>();
        for (int s = 0; s < 150; s++) {
            int[] items = new int[2 + random.nextInt(4)];
            items[0] = random.nextInt(ITEMS);
            for (int t = 1; t < items.length; t++) {
                items[t] = (7 * items[t - 1] + 3) % ITEMS;
            }
            Instant start = Instant.EPOCH.plusSeconds(3_600L * s);
            sessions.add(new Session(s, start, ItemSequence.ofViews(items)));
        }
        List<Item> items = IntStream.range(0, ITEMS).mapToObj(i -> Item.bare(i, "i" + i)).toList();
        return new TrainingSet(new Catalogue(items), sessions);
    }

    /** By a clock that goes on by a second whenever it is looked at. */
    private TuningReport tune(String out, int seconds, TaskMonitor monitor, String... members) {
        AtomicLong clock = new AtomicLong();
        TuneRequest request =
                new TuneRequest(
                        List.of(members), Duration.ofSeconds(seconds), folder.resolve(out), 3);
        return new Tuning(
                        request,
                        Holdout.lastSessions(DATA, .2),
                        () -> clock.getAndAdd(1_000_000_000L),
                        monitor)
                .run();
    }

    private List<String> table(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    @Test
    void writesTheWinnerAndEveryTrialOfEachMember() throws IOException {
        TuningReport report = tune("a.json", 60, TaskMonitor.silent(), "lstm", "cnn");

        assertThat(report.table()).isEqualTo(folder.resolve("a.tsv"));
        List<String> lines = table("a.tsv");
        assertThat(lines.get(0)).startsWith("member\ttrial\tallowedEpochs\tbestEpoch\thr20\tmrr20");
        int trials = report.winners().stream().mapToInt(TuningReport.Winner::trials).sum();
        assertThat(lines).hasSize(1 + trials);
        MemberSettings read = SettingsFile.read(report.settings());
        for (TuningReport.Winner winner : report.winners()) {
            double best =
                    lines.stream()
                            .map(line -> line.split("\t"))
                            .filter(cells -> cells[0].equals(winner.member()))
                            .filter(cells -> !cells[6].isEmpty())
                            .mapToDouble(cells -> Double.parseDouble(cells[6]))
                            .max()
                            .orElseThrow();
            assertThat(winner.best().mean()).isCloseTo(best, within(1e-4));
            assertThat(winner.best().mean()).isGreaterThanOrEqualTo(winner.bestShipped().mean());
            assertThat(read.fixed(winner.member())).isPresent();
        }
    }

    @Test
    void theWinnerReachesAgainWhatTheTableSays() {
        TuningReport report = tune("again.json", 40, TaskMonitor.silent(), "lstm");
        TuningReport.Figures best = report.winners().get(0).best();
        MemberSettings settings =
                SettingsFile.read(report.settings()).withEpochsAtMost(best.allowedEpochs());

        try (NetworkMember member = (NetworkMember) Members.create("lstm", 3, settings)) {
            member.choose(Holdout.lastSessions(DATA, .2), TaskMonitor.silent());

            assertThat(member.judgement().orElseThrow().hitRate()).isEqualTo(best.hr20());
            assertThat(member.judgement().orElseThrow().reciprocalRank()).isEqualTo(best.mrr20());
        }
    }

    @Test
    void theShippedSettingsComeFirstAndALongerBudgetOnlyAddsTrials() throws IOException {
        tune("short.json", 20, TaskMonitor.silent(), "lstm");
        tune("long.json", 45, TaskMonitor.silent(), "lstm");

        List<String> few = withoutSeconds(table("short.tsv"));
        List<String> many = withoutSeconds(table("long.tsv"));
        assertThat(few).hasSizeGreaterThan(3);
        assertThat(many).hasSizeGreaterThan(few.size());
        assertThat(many.subList(0, few.size())).isEqualTo(few);
        List<NetworkSettings> all = NetworkRecipes.lstm().all();
        for (int i = 0; i < all.size(); i++) {
            NetworkSettings shipped = all.get(i);
            assertThat(few.get(1 + i))
                    .contains(shipped.loss().name())
                    .contains("\t" + shipped.learningRate() + "\t");
        }
    }

    private static List<String> withoutSeconds(List<String> table) {
        return table.stream().map(line -> line.replaceFirst("\t\\d+\\.\\d\t", "\t")).toList();
    }

    @Test
    void cancellingKeepsTheTrialsMadeButWritesNoSettings() throws IOException {
        int[] checks = {0};
        TaskMonitor impatient =
                new TaskMonitor() {
                    @Override
                    public void progress(String what, long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return checks[0]++ > 40;
                    }
                };

        assertThatThrownBy(() -> tune("cut.json", 100_000, impatient, "lstm"))
                .isInstanceOf(CancellationException.class);
        assertThat(table("cut.tsv")).hasSizeGreaterThan(1);
        assertThat(folder.resolve("cut.json")).doesNotExist();
    }

    @Test
    void progressTellsTheShareOfTheBudget() {
        List<String> told = new ArrayList<>();
        TaskMonitor listening =
                new TaskMonitor() {
                    @Override
                    public void progress(String what, long done, long total) {
                        boolean last = what.equals("settings searched");
                        assertThat(done).isBetween(0L, last ? total : total - 1);
                        told.add(what);
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                };

        tune("told.json", 20, listening, "cnn");

        assertThat(told).anyMatch(what -> what.startsWith("trial 1, cnn, epoch 1"));
        assertThat(told).last().isEqualTo("settings searched");
    }

    @Test
    void dataThatCannotJudgeIsRefusedInOneLine() {
        Holdout empty = Holdout.lastSessions(new TrainingSet(DATA.catalogue(), List.of()), .2);
        TuneRequest request =
                new TuneRequest(
                        List.of("lstm"), Duration.ofSeconds(1), folder.resolve("e.json"), 3);

        assertThatThrownBy(
                        () ->
                                new Tuning(request, empty, System::nanoTime, TaskMonitor.silent())
                                        .run())
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("too few sessions");
    }

    @Test
    void aMemberWithSettingsOfAFileDoesNotChooseBetweenRecipes() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("fixed.json"),
                        "{\"lstm\": {\"width\": 16, \"epochs\": 1, \"learningRate\": 1e-9},"
                                + " \"vstan\": {\"idf\": 3}}");
        MemberSettings settings = SettingsFile.read(file);

        try (NetworkMember lstm = (NetworkMember) Members.create("lstm", 1, settings)) {
            // Any shipped recipe would be better than a rate of almost nothing.
            lstm.train(DATA, TaskMonitor.silent());

            assertThat(lstm.settings()).isEqualTo(settings.fixed("lstm").orElseThrow());
        }
        try (EnsembleMember vstan = Members.create("vstan", 1, settings)) {
            vstan.train(DATA, TaskMonitor.silent());
            assertThat(vstan).extracting("settings").isEqualTo(settings.fixed("vstan").get());
        }
    }
}
