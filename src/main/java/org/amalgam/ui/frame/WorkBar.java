package org.amalgam.ui.frame;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.ProgressWords;
import org.amalgam.ui.desk.RunningTask;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;

/** The status bar's right end: long work under way, how far it is, and a way to stop it. */
public final class WorkBar {

    private static final double SHORTEST_BAR = 80;

    private final TaskRunner runner;
    private final Messages messages;
    private final Label text = Parts.label("", "status-text");
    private final ProgressBar bar = new ProgressBar();
    private final HBox work = new HBox(10);
    private final Button tasks = new Button();
    private final HBox row = new HBox(10);

    /**
     * @param showTasks opens or closes the list of long work
     */
    public WorkBar(TaskRunner runner, Messages messages, Runnable showTasks) {
        this.runner = runner;
        this.messages = messages;
        Button cancel = new Button();
        cancel.setId("cancelWork");
        cancel.setGraphic(Parts.icon(Feather.X));
        cancel.getStyleClass().addAll("flat", "small", "cancel-work");
        cancel.textProperty().bind(messages.text("work.cancel"));
        cancel.setMinWidth(Button.USE_PREF_SIZE);
        cancel.setOnAction(event -> runner.cancel());
        tasks.setId("tasksButton");
        tasks.setGraphic(Parts.icon(Feather.LIST));
        tasks.getStyleClass().addAll("flat", "small", "task-button");
        tasks.textProperty().bind(messages.text("tasks.title"));
        tasks.setMinWidth(Button.USE_PREF_SIZE);
        tasks.setOnAction(event -> showTasks.run());
        text.setId("workText");
        text.setMinWidth(0);
        // What there is no room for.
        text.setTooltip(Parts.tip(text.textProperty()));
        bar.setId("workProgress");
        bar.setMinWidth(SHORTEST_BAR);
        bar.accessibleTextProperty().bind(messages.text("work.progress"));
        row.setAlignment(Pos.CENTER_RIGHT);
        work.setAlignment(Pos.CENTER_RIGHT);
        work.getChildren().addAll(text, bar, cancel);
        row.getChildren().addAll(work, tasks);
        runner.currentProperty().addListener((seen, was, now) -> show(now));
        show(runner.currentProperty().get());
    }

    private void show(Optional<RunningTask> current) {
        Parts.show(work, current.isPresent());
        text.textProperty().unbind();
        bar.progressProperty().unbind();
        current.ifPresent(
                task -> {
                    text.textProperty()
                            .bind(
                                    Bindings.createStringBinding(
                                            () -> line(task),
                                            task.detailProperty(),
                                            task.fractionProperty(),
                                            messages.texts()));
                    bar.progressProperty().bind(task.fractionProperty());
                });
    }

    private String line(RunningTask task) {
        String title = messages.get(task.titleKey());
        String detail = task.detailProperty().get();
        double done = task.fractionProperty().get();
        String line =
                detail.isEmpty() ? title : title + " · " + ProgressWords.of(messages, detail, done);
        return task.remaining()
                .map(left -> line + " · " + Spoken.left(messages, left))
                .orElse(line);
    }

    Node node() {
        return row;
    }

    /** Whether work is shown, for tests. */
    public boolean busy() {
        return runner.currentProperty().get().isPresent();
    }
}
