package org.amalgam.pipeline.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.evaluation.TopK;
import org.amalgam.feature.WindowTracker;
import org.amalgam.kernel.FloatKernels;
import org.amalgam.kernel.ScoreTable;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.engine.Ensemble;
import org.amalgam.pipeline.engine.FusionGroup;
import org.amalgam.pipeline.engine.ListSource;
import org.amalgam.pipeline.engine.MemberHost;
import org.amalgam.pipeline.engine.ReplaySetup;
import org.amalgam.pipeline.engine.StageClock;
import org.amalgam.pipeline.engine.StepScorer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one shopper's list costs, and its parts, beside what it costs to read the item table once.
 * Public, with public fields, because JMH makes classes that use it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ShopperBenchmark {

    private static final int WIDTH = 64;
    private static final int TRAINED_ON = 4_000;
    private static final int SHOPPERS = 256;

    /** Items of the catalogue. */
    @Param("30000")
    public int items;

    private final TopK topTwenty = new TopK(StepScorer.K);
    private final BitSet candidates = new BitSet();
    private final List<FeatureWindow> windows = new ArrayList<>();
    private final float[] query = new float[WIDTH];
    private Ensemble ensemble;
    private FusionGroup fused;
    private StepScorer scorer;
    private ScoreTable table;
    private float[] asLargeAsTheTable;
    private float[] scores;
    private int shopper;

    /** Makes networks of this size and shoppers under way. */
    @Setup
    public void setUp() {
        ListSource log = SyntheticLog.of(items, TRAINED_ON, 1);
        List<String> networks = MeasuredMembers.NETWORKS;
        ReplaySetup.Lineup lineup =
                MeasuredMembers.trained(log, EventSource.END, networks, WIDTH)
                        .lineup(
                                ReplayRequest.atFullSpeed(
                                        networks, FusionRequest.by("weighted"), false, 1),
                                FusionSettings.defaults(),
                                MemberHost.MORE_THAN_ENOUGH);
        ensemble = lineup.ensemble();
        List<FusionGroup> groups = lineup.groups().get();
        fused = groups.get(0);
        candidates.set(0, items);
        scorer = new StepScorer(ensemble, groups, candidates, StepScorer.K);
        WindowTracker tracker = new WindowTracker(SessionSettings.defaults());
        try (EventSource.Cursor events = log.open(EventSource.BEGINNING, EventSource.END)) {
            events.forEachRemaining(tracker::append);
        }
        for (int user = 0; windows.size() < SHOPPERS; user++) {
            FeatureWindow window = tracker.now(user);
            if (!window.context().isEmpty()) {
                windows.add(window);
            }
        }
        fillTable();
    }

    private void fillTable() {
        Random random = new Random(1);
        float[] rows = new float[items * WIDTH];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) random.nextGaussian();
        }
        table = new ScoreTable(items, WIDTH);
        table.putAll(rows, new float[items]);
        asLargeAsTheTable = new float[items * (WIDTH + 1)];
        scores = new float[items];
        for (int j = 0; j < WIDTH; j++) {
            query[j] = (float) random.nextGaussian();
        }
        table.score(query, scores);
    }

    /** Ends the members' threads. */
    @TearDown
    public void tearDown() {
        ensemble.close();
    }

    private FeatureWindow next() {
        shopper = (shopper + 1) % SHOPPERS;
        return windows.get(shopper);
    }

    /** Reads as much memory as an item table takes: the machine's own limit. */
    @Benchmark
    public float readTable() {
        return FloatKernels.best().lowest(asLargeAsTheTable, asLargeAsTheTable.length);
    }

    /** Scores all items by one query. */
    @Benchmark
    public float[] scoreTable() {
        table.score(query, scores);
        return scores;
    }

    /** Takes the best twenty of all scores. */
    @Benchmark
    public int[] topTwenty() {
        return topTwenty.select(scores, candidates);
    }

    /** Three networks' scores of all items, encoders included. */
    @Benchmark
    public List<MemberOutput> networks() {
        return ensemble.score(next());
    }

    /** One shopper's fused top 20: three networks, fusion, and the best of all items. */
    @Benchmark
    public int[] fusedTopTwenty() {
        FeatureWindow window = next();
        MemberOutput output = fused.fuse(window, ensemble.score(window));
        return topTwenty.select(((MemberOutput.Scored) output).scores(), candidates);
    }

    /** As a replay asks: everybody's list, and the members' shares of the fused one. */
    @Benchmark
    public StepScorer.Answers wholeQuestion() {
        return scorer.ask(next(), new StageClock());
    }
}
