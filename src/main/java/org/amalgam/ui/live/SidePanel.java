package org.amalgam.ui.live;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Toggles;

/** What is of second interest, one thing at a time behind small tabs. */
final class SidePanel extends VBox {

    /**
     * One thing.
     *
     * @param id of its tab
     */
    record Side(String id, ObservableValue<String> title, Node content) {}

    SidePanel(List<Side> sides) {
        super(8);
        getStyleClass().addAll("panel", "feed-panel");
        List<ToggleButton> choice = new ArrayList<>();
        HBox tabs = new HBox(2);
        StackPane pane = new StackPane();
        VBox.setVgrow(pane, Priority.ALWAYS);
        for (Side side : sides) {
            ToggleButton tab = new ToggleButton();
            tab.setId(side.id());
            tab.textProperty().bind(side.title());
            tab.getStyleClass().addAll("flat", "side-tab");
            tab.setMinWidth(0);
            choice.add(tab);
            tab.selectedProperty().addListener((seen, was, now) -> Parts.show(side.content(), now));
            Parts.show(side.content(), false);
            tabs.getChildren().add(tab);
            pane.getChildren().add(side.content());
        }
        Toggles.oneOf(choice);
        getChildren().addAll(tabs, pane);
        setMinHeight(120);
    }
}
