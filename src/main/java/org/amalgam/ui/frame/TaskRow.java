package org.amalgam.ui.frame;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.ProgressWords;
import org.amalgam.ui.desk.Failures;
import org.amalgam.ui.desk.RunningTask;
import org.amalgam.ui.desk.RunningTask.State;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One piece of long work in the list. */
final class TaskRow extends VBox {

    private final RunningTask task;
    private final Messages messages;
    private final FontIcon sign = Parts.icon(Feather.LOADER, "task-sign");
    private final Label times = Parts.label("", "hint");
    private final Label detail = Parts.label("", "hint", "wrapped");
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button();

    TaskRow(RunningTask task, Messages messages) {
        super(5);
        this.task = task;
        this.messages = messages;
        getStyleClass().add("task-row");
        cancel.getStyleClass().addAll("flat", "small");
        cancel.textProperty().bind(messages.text("work.cancel"));
        cancel.setOnAction(event -> task.cancel());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        bar.accessibleTextProperty().bind(messages.text("work.progress"));
        bar.progressProperty().bind(task.fractionProperty());
        times.setMinWidth(Label.USE_PREF_SIZE);
        HBox head =
                new HBox(
                        8,
                        sign,
                        Parts.label(messages.text(task.titleKey()), "task-title"),
                        Parts.filler(),
                        times,
                        cancel);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, bar, detail);
        detail.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::words,
                                task.detailProperty(),
                                task.fractionProperty(),
                                task.stateProperty(),
                                messages.texts()));
        task.stateProperty().addListener(changed -> showState());
        showState();
    }

    private void showState() {
        State state = task.stateProperty().get();
        getStyleClass().removeAll("task-done", "task-failed", "task-cancelled");
        switch (state) {
            case RUNNING -> sign.setIconCode(Feather.LOADER);
            case DONE -> mark(Feather.CHECK_CIRCLE, "task-done");
            case CANCELLED -> mark(Feather.SLASH, "task-cancelled");
            case FAILED -> mark(Feather.ALERT_CIRCLE, "task-failed");
        }
        Parts.show(bar, state == State.RUNNING);
        Parts.show(cancel, state == State.RUNNING);
        showTimes();
    }

    private void mark(Feather picture, String style) {
        sign.setIconCode(picture);
        getStyleClass().add(style);
    }

    /** What goes on, or what came of it. */
    private String words() {
        return switch (task.stateProperty().get()) {
            case RUNNING ->
                    ProgressWords.of(
                            messages, task.detailProperty().get(), task.fractionProperty().get());
            case DONE -> messages.get("tasks.done");
            case CANCELLED -> messages.get("tasks.cancelled");
            case FAILED ->
                    task.failure().map(failure -> Failures.line(messages, failure)).orElse("");
        };
    }

    void showTimes() {
        Optional<String> left = task.remaining().map(time -> Spoken.left(messages, time));
        times.setText(left.orElseGet(() -> Spoken.time(messages, task.elapsed())));
    }
}
