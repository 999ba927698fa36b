package org.amalgam.ui.frame;

import atlantafx.base.controls.ToggleSwitch;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.amalgam.ui.command.Keys;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.Overlay;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Zoom;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.i18n.ChineseGlyphs;
import org.amalgam.ui.i18n.Messages;
import org.controlsfx.control.StatusBar;

/** The window's frame; see {@code Frame.fxml}. */
public final class FrameView {

    /** Or the scroll pane around a screen would take the focus from what was just clicked on. */
    private static final EventHandler<MouseEvent> KEEP_FOCUS = MouseEvent::consume;

    private final FrameViewModel model;
    private final Messages messages;
    private final Screens screens;
    private final Zoom zoom;
    private final TaskPanel tasks;

    @FXML private ScrollPane railPane;
    @FXML private Button languageButton;
    @FXML private ToggleSwitch themeSwitch;
    @FXML private HBox banner;
    @FXML private Label bannerText;
    @FXML private Label subtitle;
    @FXML private HBox searchPlace;
    @FXML private HBox actions;
    @FXML private StackPane screenPane;
    @FXML private ScrollPane screenScroll;
    @FXML private Overlay overlay;
    @FXML private StatusBar statusBar;
    @FXML private Label storeLabel;
    @FXML private Label engineLabel;
    @FXML private Label fontHint;

    public FrameView(
            FrameViewModel model,
            Messages messages,
            Screens screens,
            EngineStatus engine,
            TaskRunner runner) {
        this.model = model;
        this.messages = messages;
        this.screens = screens;
        StackPane layers = (StackPane) Fxml.load(this, messages);
        this.zoom = new Zoom(layers);
        this.tasks = new TaskPanel(runner, messages);
        statusBar.getRightItems().add(new WorkBar(runner, messages, tasks::toggle).node());
        StackPane.setAlignment(tasks, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(tasks, new Insets(12));
        screenPane.getChildren().add(tasks);
        Parts.drawOnlyChanges(screenScroll);
        railPane.setContent(new Rail(screens.all(), model.screenProperty(), messages));
        actions.getChildren().add(0, new HeaderActions(messages).undoAndRedo(model.undo()));
        bindBanner();
        bindLook();
        bindEngine(engine);
        acceptFiles();
        model.contentBinding().addListener((seen, was, now) -> show(now));
        show(model.contentBinding().get());
    }

    public Parent root() {
        return zoom;
    }

    /** Puts the button that opens the palette into the header. */
    public void offerPalette(KeyCombination keys, Runnable open) {
        searchPlace.getChildren().add(new HeaderActions(messages).palette(Keys.of(keys), open));
    }

    /** Where cards are shown above everything else. */
    public Overlay overlay() {
        return overlay;
    }

    /** Opens the list of long work, or closes it. */
    public void toggleTasks() {
        tasks.toggle();
    }

    /** How many times as large as normal everything is shown. */
    public DoubleProperty zoomProperty() {
        return zoom.factorProperty();
    }

    private void bindBanner() {
        model.noticeProperty().addListener((seen, was, now) -> showNotice(now));
        showNotice(model.noticeProperty().get());
    }

    private void showNotice(Optional<Notice> notice) {
        Parts.show(banner, notice.isPresent());
        notice.ifPresent(
                line -> {
                    bannerText.setText(line.text());
                    banner.getStyleClass().removeAll("banner-error", "banner-info");
                    boolean error = line.kind() == Notice.Kind.ERROR;
                    banner.getStyleClass().add(error ? "banner-error" : "banner-info");
                });
    }

    private void bindLook() {
        storeLabel.textProperty().bind(model.storeLine());
        // Whole or not at all.
        subtitle.visibleProperty()
                .bind(
                        subtitle.widthProperty()
                                .map(width -> width.doubleValue() >= subtitle.prefWidth(-1)));
        languageButton
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> messages.languageProperty().get().other().ownName(),
                                messages.languageProperty()));
        themeSwitch.selectedProperty().bindBidirectional(model.darkProperty());
        model.darkProperty().addListener(changed -> Theme.show(model.dark(), zoom));
        Theme.show(model.dark(), zoom);
        Parts.show(fontHint, !ChineseGlyphs.available());
    }

    private void bindEngine(EngineStatus engine) {
        engineLabel.textProperty().bind(engine.line());
        Tooltip tip = Parts.tip(engine.explanation());
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        engineLabel.setTooltip(tip);
    }

    private void acceptFiles() {
        zoom.addEventHandler(
                DragEvent.DRAG_OVER,
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        event.consume();
                    }
                });
        zoom.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> {
                    List<Path> files =
                            event.getDragboard().getFiles().stream().map(File::toPath).toList();
                    model.drop(files);
                    event.setDropCompleted(!files.isEmpty());
                    event.consume();
                });
    }

    private void show(Optional<Screen> content) {
        Region shown = content.map(screens::of).orElseGet(screens::start);
        shown.addEventHandler(MouseEvent.MOUSE_PRESSED, KEEP_FOCUS);
        screenScroll.setContent(shown);
        screenScroll.setVvalue(0);
    }

    @FXML
    void switchLanguage() {
        model.switchLanguage();
    }

    @FXML
    void dismissNotice() {
        model.dismissNotice();
    }
}
