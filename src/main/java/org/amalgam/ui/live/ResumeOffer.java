package org.amalgam.ui.live;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.desk.PausedReplay;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Offers to go on with the replay of last time, as long as there is one. */
final class ResumeOffer extends VBox {

    private final Resumption resumption;
    private final Messages messages;
    private final Label text = Parts.label("", "choice-text", "wrapped");
    private final Button resume = new Button();

    ResumeOffer(Resumption resumption, Messages messages) {
        super(10);
        this.resumption = resumption;
        this.messages = messages;
        setId("resumeOffer");
        getStyleClass().addAll("panel", "set-up");
        setMaxSize(440, USE_PREF_SIZE);
        Button drop = new Button();
        drop.setId("dropResume");
        drop.getStyleClass().addAll("flat", "small", "button-icon");
        drop.setGraphic(Parts.icon(Feather.X));
        drop.accessibleTextProperty().bind(messages.text("resume.drop"));
        drop.setOnAction(event -> resumption.drop());
        HBox head =
                new HBox(
                        Parts.label(messages.text("resume.title"), "choice-title"),
                        Parts.filler(),
                        drop);
        head.setAlignment(Pos.CENTER_LEFT);
        resume.setId("resumeButton");
        resume.getStyleClass().addAll("accent", "large");
        resume.setGraphic(Parts.icon(Feather.FAST_FORWARD));
        resume.setMaxWidth(Double.MAX_VALUE);
        resume.setOnAction(event -> resumption.resume());
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, text, resume);
        resumption.offerProperty().addListener(changed -> show());
        messages.languageProperty().addListener(changed -> show());
        show();
    }

    /** Its main button. */
    Button button() {
        return resume;
    }

    private void show() {
        Optional<PausedReplay> offer = resumption.offerProperty().get();
        Parts.show(this, offer.isPresent());
        offer.ifPresent(
                paused -> {
                    resume.setText(Resumption.title(paused, messages));
                    text.setText(
                            messages.get(
                                    "resume.text",
                                    Resumption.name(paused.store()).toString(),
                                    paused.step(),
                                    paused.total(),
                                    Times.minute(paused.time())));
                });
    }
}
