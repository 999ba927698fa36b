package org.amalgam.pipeline;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.amalgam.config.SimulationSettings;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.bench.Bench;
import org.amalgam.simulate.ShopSimulator;
import org.amalgam.store.EventStore;

/** Opens workbenches over H2 stores. Thread-safe. */
public final class Workbenches implements WorkbenchFactory {

    /** Large enough to tell rankers apart, small enough to train on in a minute or two. */
    private static final ShopSize DEMO = new ShopSize(1_500, 2_000, 60_000);

    private static final ShopSize QUICK_DEMO = new ShopSize(800, 1_200, 28_000);

    private static final long DEMO_SEED = 42;

    private final ShopSize demo;

    public Workbenches() {
        this(DEMO);
    }

    /** The same with a demo shop that nobody has to wait for. */
    public static Workbenches quick() {
        return new Workbenches(QUICK_DEMO);
    }

    /**
     * The same with another demo shop.
     *
     * @param demo how large it is
     */
    public Workbenches(ShopSize demo) {
        this.demo = requireNonNull(demo, "demo");
    }

    @Override
    public Optional<NetworkEngine> engine(Collection<String> members) {
        return Engines.of(members);
    }

    @Override
    public boolean exists(Path store) {
        return EventStore.exists(store);
    }

    @Override
    public Workbench open(Path store) {
        return new StoreWorkbench(store);
    }

    @Override
    public List<Path> writeDemoShop(Path directory, TaskMonitor monitor) {
        simulate(demo, DEMO_SEED, directory, monitor);
        return Stream.of("items.csv", "events.csv", "campaigns.csv")
                .map(directory::resolve)
                .toList();
    }

    @Override
    public void simulate(ShopSize size, long seed, Path directory, TaskMonitor monitor) {
        SimulationSettings settings =
                SimulationSettings.of(size.users(), size.items(), size.events(), seed);
        ShopSimulator.write(settings, directory, monitor);
    }

    @Override
    public ReplaySummary evaluate(
            OfflineRequest request, ReportTarget target, TaskMonitor monitor) {
        return new OfflineEvaluation(request, target, monitor).run();
    }

    @Override
    public ReplaySummary evaluateKept(
            KeptRequest request, ReportTarget target, TaskMonitor monitor) {
        return new KeptEvaluation(request, target, monitor).run();
    }

    @Override
    public TuningReport tune(TuneRequest.Files files, TuneRequest request, TaskMonitor monitor) {
        return new Tuning(request, OfflineData.holdout(files), System::nanoTime, monitor).run();
    }

    @Override
    public BenchReport bench(BenchRequest request, TaskMonitor monitor) {
        return new Bench(request, monitor).run();
    }
}
