package org.amalgam.ui.frame;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;
import org.amalgam.ui.control.Overlay;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.i18n.Messages;

/** Asks what is to become of work or a replay under way when the user closes the window. */
public final class Closing {

    private final TaskRunner runner;
    private final BooleanSupplier replaying;
    private final Messages messages;
    private final Overlay overlay;
    private final Runnable close;
    private Wish wish = Wish.STAY;

    /** What the user answered. */
    private enum Wish {
        STAY,
        CLOSE_WHEN_DONE,
        STOP_AND_CLOSE
    }

    /**
     * @param replaying whether a replay is under way that can be gone on with
     * @param close closes the window without asking
     */
    public Closing(
            TaskRunner runner,
            BooleanSupplier replaying,
            Messages messages,
            Overlay overlay,
            Runnable close) {
        this.runner = runner;
        this.replaying = replaying;
        this.messages = messages;
        this.overlay = overlay;
        this.close = close;
        // Later, because work that ends may begin the next.
        runner.currentProperty().addListener(changed -> Platform.runLater(this::follow));
    }

    /** The user wants to close the window, which goes on when nothing is under way. */
    public void request(WindowEvent event) {
        if (runner.currentProperty().get().isPresent()) {
            event.consume();
            ask();
        } else if (replaying.getAsBoolean()) {
            event.consume();
            askForReplay();
        }
    }

    /** Nothing of it is lost, so there is nothing to stop or wait for. */
    private void askForReplay() {
        Button leave = button("closeReplay", "closing.replay-close", "accent");
        leave.setOnAction(
                pressed -> {
                    overlay.hide();
                    close.run();
                });
        Button stay = button("closeStay", "closing.stay");
        stay.setOnAction(pressed -> answer(Wish.STAY));
        HBox buttons = new HBox(10, leave, stay);
        overlay.show(
                card("closing.replay-title", "closing.replay-text", buttons), Pos.CENTER, leave);
    }

    private void ask() {
        Button stop = button("closeStop", "closing.stop", "accent");
        stop.setOnAction(pressed -> stopAndClose());
        Button later = button("closeLater", "closing.later");
        later.setOnAction(pressed -> answer(Wish.CLOSE_WHEN_DONE));
        Button stay = button("closeStay", "closing.stay");
        stay.setOnAction(pressed -> answer(Wish.STAY));
        HBox buttons = new HBox(10, stop, later, stay);
        overlay.show(card("closing.title", "closing.text", buttons), Pos.CENTER, stop);
    }

    private void answer(Wish wanted) {
        wish = wanted;
        overlay.hide();
        follow();
    }

    private void stopAndClose() {
        wish = Wish.STOP_AND_CLOSE;
        ProgressIndicator wait = new ProgressIndicator();
        wait.setMaxSize(28, 28);
        wait.accessibleTextProperty().bind(messages.text("closing.ending"));
        overlay.show(card("closing.ending", "closing.ending-text", wait), Pos.CENTER, wait);
        follow();
    }

    private void follow() {
        if (wish == Wish.STAY) {
            return;
        }
        if (runner.currentProperty().get().isEmpty()) {
            wish = Wish.STAY;
            close.run();
        } else if (wish == Wish.STOP_AND_CLOSE) {
            runner.cancel();
        }
    }

    private Button button(String id, String key, String... styles) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(messages.text(key));
        button.getStyleClass().addAll(styles);
        return button;
    }

    private Region card(String titleKey, String textKey, javafx.scene.Node below) {
        VBox card =
                new VBox(
                        12,
                        Parts.label(messages.text(titleKey), "card-title"),
                        Parts.label(messages.text(textKey), "wrapped", "card-text"),
                        below);
        card.setId("closing");
        card.getStyleClass().addAll("card", "closing");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return card;
    }
}
