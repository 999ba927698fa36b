package org.amalgam.ui.frame;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.frame.FrameViewModel.Content;
import org.amalgam.ui.frame.FrameViewModel.Screen;
import org.amalgam.ui.i18n.ChineseGlyphs;
import org.amalgam.ui.i18n.Messages;
import org.controlsfx.control.StatusBar;

/** The window's frame; see {@code Frame.fxml}. */
public final class FrameView {

    private final FrameViewModel model;
    private final Messages messages;
    private final Map<Content, Node> screens;
    private final Parent root;

    @FXML private ToggleButton dataTab;
    @FXML private ToggleButton liveTab;
    @FXML private ToggleButton shoppersTab;
    @FXML private Button languageButton;
    @FXML private ToggleSwitch themeSwitch;
    @FXML private HBox banner;
    @FXML private Label bannerText;
    @FXML private StackPane screenPane;
    @FXML private StatusBar statusBar;
    @FXML private Label storeLabel;
    @FXML private Label engineLabel;
    @FXML private Label fontHint;

    /**
     * @param screens what stands in the middle, by content
     */
    public FrameView(
            FrameViewModel model,
            Messages messages,
            Map<Content, Node> screens,
            EngineStatus engine,
            WorkBar workBar) {
        this.model = model;
        this.messages = messages;
        this.screens = screens;
        this.root = Fxml.load(this, messages);
        statusBar.getRightItems().add(workBar.node());
        bindTabs();
        bindBanner();
        bindLook();
        bindEngine(engine);
        acceptFiles();
        model.contentBinding().addListener((seen, was, now) -> show(now));
        show(model.contentBinding().get());
    }

    public Parent root() {
        return root;
    }

    /** A tab pressed again stays chosen, which a toggle of its own accord does not. */
    private void choose(Screen screen, ToggleButton tab) {
        model.screenProperty().set(screen);
        tab.setSelected(true);
    }

    private void bindTabs() {
        ToggleGroup tabs = new ToggleGroup();
        tabs.getToggles().addAll(dataTab, liveTab, shoppersTab);
        dataTab.setOnAction(event -> choose(Screen.DATA, dataTab));
        liveTab.setOnAction(event -> choose(Screen.LIVE, liveTab));
        shoppersTab.setOnAction(event -> choose(Screen.SHOPPERS, shoppersTab));
        model.screenProperty().addListener(changed -> selectTab());
        selectTab();
    }

    private void selectTab() {
        dataTab.setSelected(model.screenProperty().get() == Screen.DATA);
        liveTab.setSelected(model.screenProperty().get() == Screen.LIVE);
        shoppersTab.setSelected(model.screenProperty().get() == Screen.SHOPPERS);
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
        languageButton
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> messages.languageProperty().get().other().ownName(),
                                messages.languageProperty()));
        themeSwitch.selectedProperty().bindBidirectional(model.darkProperty());
        model.darkProperty().addListener(changed -> applyTheme());
        applyTheme();
        Parts.show(fontHint, !ChineseGlyphs.available());
    }

    private void bindEngine(EngineStatus engine) {
        engineLabel.textProperty().bind(engine.line());
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        tip.textProperty().bind(engine.explanation());
        engineLabel.setTooltip(tip);
    }

    private void applyTheme() {
        boolean dark = model.darkProperty().get();
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        root.getStyleClass().removeAll("dark", "light");
        root.getStyleClass().add(dark ? "dark" : "light");
    }

    private void acceptFiles() {
        root.addEventHandler(
                DragEvent.DRAG_OVER,
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        event.consume();
                    }
                });
        root.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> {
                    List<Path> files =
                            event.getDragboard().getFiles().stream().map(File::toPath).toList();
                    model.drop(files);
                    event.setDropCompleted(!files.isEmpty());
                    event.consume();
                });
    }

    private void show(Content content) {
        screenPane.getChildren().setAll(screens.get(content));
    }

    /** Keys for screens; call when the root has its scene. */
    public void installKeys() {
        var keys = root.getScene().getAccelerators();
        keys.put(
                new KeyCodeCombination(KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN),
                () -> model.screenProperty().set(Screen.DATA));
        keys.put(
                new KeyCodeCombination(KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN),
                () -> model.screenProperty().set(Screen.LIVE));
        keys.put(
                new KeyCodeCombination(KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN),
                () -> model.screenProperty().set(Screen.SHOPPERS));
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
