package org.amalgam.ui.shoppers;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.ProgressWords;
import org.amalgam.ui.i18n.Messages;

/** How far loading is, in place of lists, or why it ended and what to do about it. */
final class LoadingView {

    private final ShoppersViewModel model;
    private final Messages messages;
    private final Node pane;
    private final Label text;
    private final ProgressBar bar;
    private final Button again;

    LoadingView(
            ShoppersViewModel model,
            Messages messages,
            Node pane,
            Label text,
            ProgressBar bar,
            Button again) {
        this.model = model;
        this.messages = messages;
        this.pane = pane;
        this.text = text;
        this.bar = bar;
        this.again = again;
    }

    void show() {
        Loading.State state = model.loading().stateProperty().get();
        boolean failed = state instanceof Loading.Failed;
        Parts.show(pane, failed || model.window().isEmpty());
        Parts.show(again, failed);
        Parts.show(bar, state instanceof Loading.Busy);
        if (state instanceof Loading.Busy busy) {
            bar.setProgress(busy.fraction());
            text.setText(
                    busy.said().isEmpty()
                            ? messages.get("shoppers.loading")
                            : ProgressWords.of(messages, busy.said(), busy.fraction()));
        } else if (state instanceof Loading.Failed why) {
            text.setText(messages.get("shoppers.load-failed", why.why()));
        } else {
            text.setText(messages.get("shoppers.none"));
        }
    }
}
