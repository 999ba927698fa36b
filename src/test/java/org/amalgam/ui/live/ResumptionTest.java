package org.amalgam.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.State;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.WorkbenchFactory.ShopSize;
import org.amalgam.pipeline.Workbenches;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.OwnThread;
import org.amalgam.ui.desk.PausedReplay;
import org.amalgam.ui.desk.ReplayChoices;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going on with a replay of a real store. */
class ResumptionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path home;

    private final Messages messages = new Messages();

    /** A window's models without its screens. */
    private record Models(Desk desk, LiveViewModel live, Resumption resumption) {}

    private Models models() {
        TaskRunner runner = OwnThread.runner();
        Desk desk = new Desk(new Workbenches(), runner, messages, new Folders(home));
        LiveViewModel live = new LiveViewModel(desk);
        return new Models(desk, live, new Resumption(live, messages));
    }

    private List<Path> logs() {
        Path shop = home.resolve("shop");
        new Workbenches().simulate(new ShopSize(120, 200, 3_000), 11, shop, TaskMonitor.silent());
        return List.of(shop.resolve("items.csv"), shop.resolve("events.csv"));
    }

    /** Waits until the replay has stopped at this step. */
    private static void awaitStep(Models models, long step) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<LiveSnapshot> now = Optional.empty();
        while (Instant.now().isBefore(end)) {
            models.live().onPulse();
            now = models.live().snapshotProperty().get();
            if (now.filter(at -> at.step() == step && at.state() != State.RUNNING).isPresent()) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("step " + now.map(LiveSnapshot::step) + " instead of " + step);
    }

    private static String digest(Models models) {
        return models.desk().sessionProperty().get().orElseThrow().digest().join();
    }

    private static String notice(Models models) {
        return models.desk().noticeProperty().get().orElseThrow().text();
    }

    @Test
    void theReplayThatIsSetUpAnewIsTheOneThatWasBrokenOff() throws Exception {
        Models before = models();
        before.desk().importLogs(logs());
        before.desk().replay(ReplayChoices.of(List.of("pop", "markov"), "hedge", true), false);
        awaitStep(before, 0);
        assertEquals(Optional.empty(), before.resumption().toRemember());
        before.live().travel().seek(123);
        awaitStep(before, 123);
        String digest = digest(before);
        PausedReplay paused = before.resumption().toRemember().orElseThrow();
        before.desk().close();

        Models after = models();
        after.resumption().offer(paused);
        after.resumption().resume();
        awaitStep(after, 123);
        assertEquals(digest, digest(after));
        assertEquals(Optional.empty(), after.resumption().offerProperty().get());
        assertEquals(Optional.of(paused), after.resumption().toRemember());
        after.desk().close();
    }

    @Test
    void aStoreThatIsGoneIsOneLineAndNoMoreOffered() throws Exception {
        Models models = models();
        Path gone = home.resolve("gone");
        models.resumption()
                .offer(
                        new PausedReplay(
                                gone,
                                List.of("pop"),
                                "hedge",
                                60,
                                true,
                                false,
                                5,
                                9,
                                Instant.EPOCH));
        models.resumption().resume();
        assertEquals(messages.get("resume.store-gone", "gone"), notice(models));
        assertEquals(Optional.empty(), models.resumption().toRemember());
        assertTrue(models.desk().sessionProperty().get().isEmpty());
        try (var made = Files.list(home)) {
            assertEquals(List.of(), made.toList());
        }
        models.desk().close();
    }
}
