package org.amalgam.ui.frame;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.desk.RunningTask;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Long work: what is under way, with a way to stop it, and what came of earlier work. */
final class TaskPanel extends VBox {

    private final TaskRunner runner;
    private final Messages messages;
    private final VBox rows = new VBox(8);
    private final Button close = new Button();
    private final Timeline clock =
            new Timeline(new KeyFrame(Duration.seconds(1), tick -> refresh()));

    TaskPanel(TaskRunner runner, Messages messages) {
        super(10);
        this.runner = runner;
        this.messages = messages;
        setId("taskPanel");
        getStyleClass().addAll("card", "task-panel");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "task-scroll");
        getChildren().addAll(head(), scroll);
        clock.setCycleCount(Animation.INDEFINITE);
        runner.tasks().addListener((ListChangeListener<RunningTask>) change -> rebuild());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        show(false);
                        event.consume();
                    }
                });
        show(false);
    }

    private Node head() {
        close.setId("closeTasks");
        close.getStyleClass().addAll("flat", "button-icon");
        close.setGraphic(Parts.icon(Feather.X));
        close.accessibleTextProperty().bind(messages.text("overlay.close"));
        close.setOnAction(event -> show(false));
        HBox head = new HBox(Parts.label(messages.text("tasks.title"), "h"), Parts.filler(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    void toggle() {
        show(!isVisible());
        if (isVisible()) {
            close.requestFocus();
        }
    }

    private void show(boolean shown) {
        Parts.show(this, shown);
        if (shown) {
            rebuild();
            clock.play();
        } else {
            clock.stop();
            rows.getChildren().clear();
        }
    }

    private void rebuild() {
        if (!isVisible()) {
            return;
        }
        rows.getChildren()
                .setAll(runner.tasks().stream().map(task -> new TaskRow(task, messages)).toList());
        if (runner.tasks().isEmpty()) {
            rows.getChildren().add(Parts.label(messages.text("tasks.none"), "hint", "wrapped"));
        }
    }

    /** Time passes though nothing is reported. */
    private void refresh() {
        rows.getChildren().stream()
                .filter(TaskRow.class::isInstance)
                .forEach(row -> ((TaskRow) row).showTimes());
    }
}
