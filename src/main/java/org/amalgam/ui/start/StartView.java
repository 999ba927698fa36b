package org.amalgam.ui.start;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.LogChooser;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.i18n.Messages;

/** Two big choices; see {@code Start.fxml}. */
public final class StartView {

    private final Desk desk;
    private final LogChooser chooser;
    private final Parent root;

    @FXML private Button demoButton;
    @FXML private Button openButton;

    public StartView(Desk desk, Messages messages, LogChooser chooser) {
        this.desk = desk;
        this.chooser = chooser;
        this.root = Fxml.load(this, messages);
        demoButton.disableProperty().bind(desk.runner().busy());
        openButton.disableProperty().bind(desk.runner().busy());
    }

    public Parent root() {
        return root;
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
