package org.amalgam.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.ui.chart.ChartModel;
import org.amalgam.ui.chart.Span;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.OwnThread;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.StepHistory.PastStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveViewModelTest {

    @TempDir Path home;
    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(0);
    private Desk desk;
    private LiveViewModel model;
    private FakeReplaySession session;

    @BeforeEach
    void startReplay() {
        TaskRunner runner = OwnThread.runner();
        desk = new Desk(factory, runner, new Messages(), new Folders(home));
        model = new LiveViewModel(desk);
        desk.importLogs(List.of(Path.of("events.csv")));
        model.prepare(true);
        session = factory.newest().replays().get(0);
        session.pause();
    }

    @Test
    void aPulseShowsOnlyTheNewestSnapshot() {
        session.advance(50);
        session.advance(50);
        model.onPulse();
        assertEquals(session.currentStep(), model.snapshotProperty().get().orElseThrow().step());
        assertEquals(1, model.charts().hitRate().points("fused"));
    }

    @Test
    void aFigureOfAHandfulOfCasesIsNotDrawn() {
        session.advance(10);
        model.onPulse();
        assertEquals(0, model.charts().hitRate().points("fused"));
        assertEquals(1, model.charts().weights().points("lstm"));
    }

    @Test
    void chartsGrowWithTheReplay() {
        for (int i = 0; i < 20; i++) {
            session.advance(50);
            model.onPulse();
        }
        assertEquals(20, model.charts().hitRate().points("fused"));
        assertEquals(20, model.charts().weights().points("lstm"));
        assertEquals(20, model.charts().latency(LiveSnapshot.WHOLE_EVENT).points("p99"));
    }

    @Test
    void lagIsChartedOfAReplayWithAClockOnly() {
        session.advance(50);
        model.onPulse();
        assertEquals(List.of(), model.charts().lag().names());
        assertEquals(List.of(), model.charts().latency(LiveSnapshot.RESPONSE).names());
        session.speed(600);
        session.advance(50);
        model.onPulse();
        assertEquals(List.of("lag", "p99"), model.charts().lag().names());
        assertEquals(1, model.charts().backlog().points("backlog"));
        assertEquals(1, model.charts().latency(LiveSnapshot.RESPONSE).points("p99"));
        double lag = model.snapshotProperty().get().orElseThrow().lag().toNanos() / 1e6;
        assertEquals(lag, model.charts().lag().lastValue("lag").orElseThrow());
    }

    @Test
    void whereSomethingWasAdjustedTheChartOfHitRatesIsMarked() {
        session.advance(4_000);
        model.onPulse();
        // A rise at 3,900 was noted only.
        assertEquals(List.of(2_600.0), model.charts().hitRate().marks());
        session.seek(1_000);
        model.onPulse();
        assertEquals(List.of(), model.charts().hitRate().marks());
    }

    @Test
    void tilesTellTheChangeOverTheLatestThousandEvents() {
        for (int i = 0; i < 30; i++) {
            session.advance(100);
            model.onPulse();
        }
        LiveTiles.Tile rate = model.tiles().get(0);
        double now = model.charts().hitRate().lastValue("fused").orElseThrow();
        double step = session.currentStep();
        double then =
                model.charts().hitRate().series().get("fused").valueAt(step - 1_000).orElseThrow();
        assertEquals(String.format(java.util.Locale.ROOT, "%.3f", now), rate.value());
        assertEquals(now > then ? 1 : -1, rate.better());
        assertTrue(
                rate.change()
                        .endsWith(
                                String.format(
                                        java.util.Locale.ROOT, "%.3f", Math.abs(now - then))));
    }

    @Test
    void theNextReplayBeginsWithEmptyCharts() {
        session.advance(10);
        model.onPulse();
        model.stop();
        assertTrue(session.isClosed());
        assertEquals(List.of(), model.charts().hitRate().names());
    }

    @Test
    void theNextReplayFusesAsChosen() {
        assertEquals("hedge", factory.newest().requests().get(0).fusion().method());
        desk.fusionProperty().set("stacking");
        model.prepare(true);
        assertEquals("stacking", factory.newest().requests().get(1).fusion().method());
    }

    @Test
    void pointsLaterThanWhereTheReplayWentBackToAreForgotten() {
        for (int i = 0; i < 20; i++) {
            session.advance(50);
            model.onPulse();
        }
        session.seek(500);
        model.onPulse();
        for (ChartModel chart :
                List.of(
                        model.charts().hitRate(),
                        model.charts().weights(),
                        model.charts().latency(LiveSnapshot.WHOLE_EVENT))) {
            assertEquals(500, chart.xSpan().orElseThrow().high());
        }
        session.advance(50);
        model.onPulse();
        assertEquals(550, model.charts().hitRate().xSpan().orElseThrow().high());
    }

    @Test
    void theBeginEmptiesTheCharts() {
        session.advance(50);
        model.onPulse();
        session.seek(0);
        model.onPulse();
        assertEquals(0, model.charts().weights().points("lstm"));
    }

    @Test
    void theStepsBehindAPointAreThoseOfItsColumn() {
        for (int i = 0; i < 5; i++) {
            session.advance(20);
            model.onPulse();
        }
        LiveViewModel.Picked picked = model.pick(new Span(40.2, 44), "lstm");
        assertEquals(List.of(43L, 42L, 41L), picked.steps().stream().map(PastStep::step).toList());
        assertEquals("lstm", picked.ranker());
        assertEquals("fused", model.pick(new Span(1, 2), "p99").ranker());
        assertEquals(60, model.pick(new Span(59.6, 59.9), "lstm").from());
    }
}
