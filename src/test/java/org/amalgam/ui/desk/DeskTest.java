package org.amalgam.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

    @TempDir Path home;
    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(0);

    private Desk desk() {
        TaskRunner runner = OwnThread.runner();
        return new Desk(factory, runner, new Messages(), new Folders(home));
    }

    @Test
    void theDemoIsLoadedAndPlaysWhileItsNetworksAreTrainedBriefly() {
        Desk desk = desk();
        desk.exploreDemo();
        assertEquals(TrainRequest.ALL, factory.newest().requests().get(0).members());
        assertTrue(factory.newest().replays().get(0).isWarm());
        assertTrue(desk.importedProperty().get().isPresent());
        assertTrue(desk.sessionProperty().get().isPresent());
        desk.close();
        assertTrue(factory.newest().replays().get(0).isClosed());
        assertTrue(factory.newest().isClosed());
    }

    @Test
    void anOwnLogNeverGoesIntoTheDemosStore() {
        Desk desk = desk();
        desk.exploreDemo();
        desk.importLogs(List.of(Path.of("clicks.csv.gz")));
        assertEquals(home.resolve("stores").resolve("log-clicks"), factory.newest().store());
        assertTrue(factory.opened().get(0).isClosed());
        desk.close();
    }

    @Test
    void workThatMustWaitIsRefusedInWordsAndTheReplayGoesOn() {
        List<Runnable> waiting = new ArrayList<>();
        boolean[] hold = {false};
        TaskRunner runner =
                new TaskRunner(
                        work -> {
                            if (hold[0]) {
                                waiting.add(work);
                            } else {
                                work.run();
                            }
                        },
                        Runnable::run);
        Desk desk = new Desk(factory, runner, new Messages(), new Folders(home));
        desk.exploreDemo();
        hold[0] = true;
        runner.run("task.export", monitor -> 1, done -> {});
        desk.importLogs(List.of(Path.of("clicks.csv.gz")));
        assertTrue(desk.sessionProperty().get().isPresent());
        assertTrue(desk.noticeProperty().get().orElseThrow().text().contains("under way"));
        assertEquals(1, waiting.size());
        desk.close();
    }

    @Test
    void aSecondLogIsAddedToTheOpenStore() {
        Desk desk = desk();
        desk.importLogs(List.of(Path.of("clicks.csv")));
        desk.importLogs(List.of(Path.of("purchases.csv")));
        assertEquals(1, factory.opened().size());
        desk.close();
    }

    @Test
    void unusableInputIsOneLineInTheBanner() {
        Desk desk = desk();
        desk.importLogs(List.of(Path.of("broken.csv")));
        Notice notice = desk.noticeProperty().get().orElseThrow();
        assertEquals(Notice.Kind.ERROR, notice.kind());
        assertTrue(notice.text().startsWith("broken.csv, line 1"), notice.text());
        assertFalse(desk.hasEvents());
        desk.close();
    }
}
