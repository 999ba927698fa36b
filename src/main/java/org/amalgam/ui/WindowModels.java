package org.amalgam.ui;

import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.frame.EngineStatus;
import org.amalgam.ui.frame.FrameViewModel;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.LiveViewModel;
import org.amalgam.ui.live.Resumption;
import org.amalgam.ui.training.TrainingViewModel;

/**
 * What more than one part of the window shows or changes: screens, commands, what is remembered.
 */
record WindowModels(
        Desk desk,
        FrameViewModel frame,
        LiveViewModel live,
        Resumption resumption,
        TrainingViewModel training,
        EngineStatus engine) {

    static WindowModels of(
            WorkbenchFactory factory, TaskRunner runner, Messages messages, Folders folders) {
        EngineStatus engine = new EngineStatus(messages);
        Desk desk = new Desk(factory, runner, messages, folders);
        FrameViewModel frame = new FrameViewModel(desk, messages);
        LiveViewModel live = new LiveViewModel(desk);
        return new WindowModels(
                desk,
                frame,
                live,
                new Resumption(live, messages),
                new TrainingViewModel(desk),
                engine);
    }
}
