package org.amalgam.pipeline;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.CaseSinks;
import org.amalgam.model.content.ContentVectors;
import org.amalgam.model.gan.ColdStart;
import org.amalgam.model.gan.ColdStartData;
import org.amalgam.model.gan.ColdStartGenerator;
import org.amalgam.model.gan.ColdStartMethod;
import org.amalgam.model.gan.Demand;
import org.amalgam.model.gan.RowStates;
import org.amalgam.model.lstm.LstmMember;
import org.amalgam.model.network.ItemRows;
import org.amalgam.model.network.NetworkMember;
import org.amalgam.pipeline.engine.RunReports;
import org.amalgam.pipeline.engine.Training;
import org.amalgam.report.ReportWriter;
import org.amalgam.store.EventStore;

/**
 * The protocol {@code cold}: a recommender trained on the first part of a store and then frozen is
 * given rows for items with little or no history, by each method in turn, and predicts every later
 * event from its user's earlier ones.
 */
final class ColdStartEvaluation {

    private static final int MOST_STEPS = 20;
    private static final int EPOCHS = 3;
    private static final int BATCH_TARGETS = 256;
    private static final int NEGATIVES = 1_024;
    private static final int TRAINING_STATES = 50_000;
    private static final int VALIDATION_STATES = 30_000;
    private static final double VALIDATION_SHARE = 0.1;

    private final EventStore store;
    private final ColdStartRequest request;
    private final ReportTarget target;
    private final TaskMonitor monitor;

    ColdStartEvaluation(
            EventStore store, ColdStartRequest request, ReportTarget target, TaskMonitor monitor) {
        this.store = store;
        this.request = request;
        this.target = target;
        this.monitor = monitor;
    }

    ReplaySummary run() {
        double trained = 1 - request.testShare() - request.skippedShare();
        Instant split = store.splitAt(trained);
        Instant end = store.splitAt(1 - request.skippedShare());
        // A user's lines are one session, however far apart: that is the protocol.
        SessionSettings whole =
                new SessionSettings(Duration.ofDays(36_500), MOST_STEPS, MOST_STEPS);
        TrainingSet data = Training.set(store, split, whole);
        long start = System.nanoTime();
        try (NetworkMember recommender = LstmMember.create(recommender(), request.seed())) {
            // Without a holdout this is one training on everything, and a fixed number of epochs.
            recommender.choose(Holdout.lastSessions(data, 0), monitor);
            double seconds = (System.nanoTime() - start) / 1e9;
            ItemRows rows =
                    recommender
                            .rows()
                            .orElseThrow(() -> new UnusableInput("nothing could be trained"));
            ColdCases test = ColdCases.all(store, split, end);
            if (test.count() == 0) {
                throw new UnusableInput("no event from " + split + " has an earlier one");
            }
            return evaluate(rows, learnedFrom(rows, data, trained, split), test, data, seconds);
        }
    }

    /**
     * Of the frozen recommender: cross-entropy, for rows are learned through its softmax, and
     * fixed, so that its own defaults do not change what is measured here.
     */
    private static NetworkSettings recommender() {
        return new NetworkSettings(
                112,
                MOST_STEPS,
                EPOCHS,
                BATCH_TARGETS,
                NEGATIVES,
                0.5,
                NetworkSettings.Loss.CROSS_ENTROPY,
                0.03,
                0.5,
                0.2,
                0.3,
                0.2,
                8,
                1,
                0.1,
                0.5,
                64,
                0,
                2);
    }

    private ColdStartData learnedFrom(
            ItemRows rows, TrainingSet data, double trained, Instant split) {
        Instant late = store.splitAt(trained * (1 - VALIDATION_SHARE));
        ColdCases early =
                ColdCases.sample(store, Instant.EPOCH, late, TRAINING_STATES, request.seed());
        ColdCases validation =
                ColdCases.sample(store, late, split, VALIDATION_STATES, request.seed());
        return new ColdStartData(
                ContentVectors.of(data.catalogue(), request.seed()),
                rows.copy(),
                demand(data.itemCount(), split),
                RowStates.of(rows, early.examples()),
                RowStates.of(rows, validation.examples()));
    }

    /** By the events in order of time; sessions are whole users here. */
    private Demand demand(int itemCount, Instant split) {
        IntArrayList items = new IntArrayList();
        try (EventSource.Cursor cursor = store.open(EventSource.BEGINNING, split)) {
            while (cursor.hasNext()) {
                items.add(cursor.next().item());
            }
        }
        return Demand.of(itemCount, items);
    }

    private ReplaySummary evaluate(
            ItemRows rows, ColdStartData data, ColdCases test, TrainingSet set, double seconds) {
        ColdScores scores = new ColdScores(test, rows, data.counts(), monitor);
        ColdFindings findings = new ColdFindings(scores, request.repeats());
        try (CaseSinks lists = target.sinks(item -> store.catalogue().item(item).id())) {
            scores.score(ColdScores.UNTOUCHED, RankerKind.BASELINE, 0, seconds, lists);
            for (int repeat = 0; repeat < request.repeats(); repeat++) {
                for (ColdStartMethod method : ColdStartMethod.values()) {
                    long start = System.nanoTime();
                    ColdStart made = made(method, data, request.seed() + repeat);
                    double took = (System.nanoTime() - start) / 1e9;
                    for (ColdStart cold : List.of(made, made.uniform())) {
                        String name = name(method, cold == made);
                        cold.writeTo(rows::put);
                        scores.score(name, kind(method), repeat, took, lists);
                        findings.note(name, repeat, cold);
                        restore(rows, data, cold.items());
                    }
                }
            }
        }
        ReplaySummary summary = findings.summary(request.seed());
        ReportWriter.write(
                reports(set).of(summary, findings.tables(), findings.notes(), target.command()),
                target.directory());
        return summary;
    }

    private ColdStart made(ColdStartMethod method, ColdStartData data, long seed) {
        return ColdStartGenerator.fit(data, method, seed, monitor)
                .orElseThrow(
                        () ->
                                new UnusableInput(
                                        "no item both has a title, brand, category or price and"
                                                + " fewer than 5 events before the split, or there"
                                                + " are too few others to learn from"));
    }

    /**
     * What reports call these rows.
     *
     * @param demand whether scores also go by demand, instead of being raised alike
     */
    static String name(ColdStartMethod method, boolean demand) {
        return method.name().toLowerCase(Locale.ROOT) + (demand ? "" : "-uniform");
    }

    private static RankerKind kind(ColdStartMethod method) {
        return method == ColdStartMethod.GENERATOR || method == ColdStartMethod.ADVERSARIAL
                ? RankerKind.MEMBER
                : RankerKind.BASELINE;
    }

    private static void restore(ItemRows rows, ColdStartData data, int[] items) {
        for (int item : items) {
            rows.put(item, data.rows(), item * rows.width());
        }
    }

    private RunReports reports(TrainingSet set) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("recommender", LstmMember.NAME);
        settings.put("epochs", EPOCHS);
        settings.put("batchTargets", BATCH_TARGETS);
        settings.put("negatives", NEGATIVES);
        settings.put("testShare", request.testShare());
        settings.put("skippedShare", request.skippedShare());
        settings.put("repeats", request.repeats());
        Engines.addTo(settings, List.of(LstmMember.NAME));
        return new RunReports(
                "evaluate cold", request.seed(), store.digest(), set.catalogue(), settings);
    }
}
