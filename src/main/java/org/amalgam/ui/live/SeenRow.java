package org.amalgam.ui.live;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.LiveSnapshot.Seen;
import org.amalgam.ui.control.ActionIcons;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One step of a shopper in one line: action, title, time. */
final class SeenRow extends HBox {

    static final double HEIGHT = 22;

    private final FontIcon icon = Parts.icon(Feather.EYE, "action-icon");
    private final Label title = Parts.label("", "seen-title");
    private final Tooltip tip = new Tooltip();
    private final Label time = Parts.label("", "hint");

    /**
     * Makes an empty row.
     *
     * @param timed whether the time stands at the end
     */
    SeenRow(boolean timed) {
        super(8);
        Tooltip.install(this, tip);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("seen-row");
        title.setMinWidth(0);
        time.setMinWidth(Label.USE_PREF_SIZE);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().addAll(icon, title, Parts.filler());
        if (timed) {
            getChildren().add(time);
        }
    }

    void show(Optional<Seen> seen, Catalogue catalogue, Messages messages) {
        setVisible(seen.isPresent());
        seen.ifPresent(
                step -> {
                    icon.setIconCode(ActionIcons.of(step.action()));
                    Titles titles = Titles.of(catalogue, step.item(), messages.chinese());
                    String first = titles.first();
                    title.setText(first);
                    tip.setText((first + "\n" + titles.second()).strip());
                    time.setText(Times.clock(step.time()));
                    setAccessibleText(messages.get("action." + step.action()) + ": " + first);
                });
    }
}
