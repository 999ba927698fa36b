package org.amalgam.ui.fake;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.BenchReport;
import org.amalgam.pipeline.BenchRequest;
import org.amalgam.pipeline.KeptRequest;
import org.amalgam.pipeline.NetworkEngine;
import org.amalgam.pipeline.OfflineRequest;
import org.amalgam.pipeline.ReplaySummary;
import org.amalgam.pipeline.ReportTarget;
import org.amalgam.pipeline.TuneRequest;
import org.amalgam.pipeline.TuningReport;
import org.amalgam.pipeline.Workbench;
import org.amalgam.pipeline.WorkbenchFactory;

/** Opens fakes and remembers them. */
public final class FakeWorkbenchFactory implements WorkbenchFactory {

    private final List<FakeWorkbench> opened = new CopyOnWriteArrayList<>();
    private final long stepMillis;

    public FakeWorkbenchFactory(long stepMillis) {
        this.stepMillis = stepMillis;
    }

    @Override
    public Optional<NetworkEngine> engine(Collection<String> members) {
        return Optional.of(
                new NetworkEngine(
                        "CPU",
                        Optional.empty(),
                        false,
                        "OPENBLAS",
                        1,
                        16,
                        "ND4J on the CPU, OPENBLAS with 1 thread; scoring in vectors of 16 floats"));
    }

    @Override
    public boolean exists(Path store) {
        return opened.stream().anyMatch(workbench -> workbench.store().equals(store));
    }

    @Override
    public Workbench open(Path store) {
        boolean filled = opened.stream().anyMatch(before -> before.holds(store));
        FakeWorkbench workbench = new FakeWorkbench(store, stepMillis, filled);
        opened.add(workbench);
        return workbench;
    }

    @Override
    public List<Path> writeDemoShop(Path directory, TaskMonitor monitor) {
        monitor.progress("shop", 1, 1);
        return List.of(directory.resolve("catalogue.csv"), directory.resolve("events.csv"));
    }

    @Override
    public void simulate(ShopSize size, long seed, Path directory, TaskMonitor monitor) {
        throw new UnsupportedOperationException("no screen writes other shops");
    }

    @Override
    public ReplaySummary evaluate(
            OfflineRequest request, ReportTarget target, TaskMonitor monitor) {
        throw new UnsupportedOperationException("no screen evaluates offline");
    }

    @Override
    public ReplaySummary evaluateKept(
            KeptRequest request, ReportTarget target, TaskMonitor monitor) {
        throw new UnsupportedOperationException("no screen fuses kept answers");
    }

    @Override
    public TuningReport tune(TuneRequest.Files files, TuneRequest request, TaskMonitor monitor) {
        throw new UnsupportedOperationException("no screen searches settings");
    }

    @Override
    public BenchReport bench(BenchRequest request, TaskMonitor monitor) {
        throw new UnsupportedOperationException("no screen measures speed");
    }

    /** Workbenches opened, oldest first. */
    public List<FakeWorkbench> opened() {
        return opened;
    }

    public FakeWorkbench newest() {
        return opened.get(opened.size() - 1);
    }
}
