package org.amalgam.ui.live;

import java.nio.file.Path;
import java.util.List;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.OwnThread;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.i18n.Messages;

/** A made-up replay, paused at its begin, and the view-model that follows it. */
record ReplayFixture(LiveViewModel model, FakeReplaySession session) {

    static ReplayFixture in(Path home) {
        FakeWorkbenchFactory factory = new FakeWorkbenchFactory(0);
        TaskRunner runner = OwnThread.runner();
        Desk desk = new Desk(factory, runner, new Messages(), new Folders(home));
        LiveViewModel model = new LiveViewModel(desk);
        desk.importLogs(List.of(Path.of("events.csv")));
        model.prepare(true);
        FakeReplaySession session = factory.newest().replays().get(0);
        session.pause();
        session.seek(0);
        model.onPulse();
        return new ReplayFixture(model, session);
    }

    void advance(int events) {
        session.advance(events);
        model.onPulse();
    }
}
