package org.amalgam.ui.start;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.LogChooser;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.settings.RecentStore;
import org.amalgam.ui.settings.RecentStores;
import org.kordamp.ikonli.feather.Feather;

/** Two big choices, and the stores used lately; see {@code Start.fxml}. */
public final class StartView {

    private final Desk desk;
    private final Messages messages;
    private final LogChooser chooser;
    private final RecentStores stores;
    private final Consumer<Path> open;
    private final Parent root;

    @FXML private Button demoButton;
    @FXML private Button openButton;
    @FXML private VBox recentPane;
    @FXML private VBox recentRows;

    /**
     * @param open opens one of the stores used lately
     */
    public StartView(
            Desk desk,
            Messages messages,
            LogChooser chooser,
            RecentStores stores,
            Consumer<Path> open) {
        this.desk = desk;
        this.messages = messages;
        this.chooser = chooser;
        this.stores = stores;
        this.open = open;
        this.root = Fxml.load(this, messages);
        demoButton.disableProperty().bind(desk.runner().busy());
        openButton.disableProperty().bind(desk.runner().busy());
        recentRows.disableProperty().bind(desk.runner().busy());
        InvalidationListener changed = list -> showStores();
        stores.list().addListener(changed);
        messages.languageProperty().addListener(changed);
        showStores();
    }

    public Parent root() {
        return root;
    }

    private void showStores() {
        Parts.show(recentPane, !stores.list().isEmpty());
        recentRows.getChildren().setAll(stores.list().stream().map(this::row).toList());
    }

    private Node row(RecentStore recent) {
        Label name = Parts.label(String.valueOf(recent.store().getFileName()), "recent-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        Label path = Parts.label(String.valueOf(recent.store().getParent()), "recent-path");
        path.setMinWidth(0);
        Label events =
                Parts.label(messages.get("start.recent-events", recent.events()), "recent-path");
        events.setMinWidth(Label.USE_PREF_SIZE);
        Label used = Parts.label(Times.day(recent.usedAt()), "recent-path");
        used.setMinWidth(Label.USE_PREF_SIZE);
        HBox face =
                new HBox(
                        12,
                        Parts.icon(Feather.DATABASE, "recent-icon"),
                        name,
                        path,
                        Parts.filler(),
                        events,
                        used);
        face.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button();
        row.setGraphic(face);
        row.getStyleClass().addAll("flat", "recent-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(messages.get("command.open-store", recent.store().getFileName()));
        row.setOnAction(event -> open.accept(recent.store()));
        face.prefWidthProperty().bind(row.widthProperty().subtract(28));
        return row;
    }

    @FXML
    void exploreDemo() {
        desk.exploreDemo();
    }

    @FXML
    void openLog() {
        desk.importLogs(chooser.choose(root.getScene().getWindow()));
    }
}
