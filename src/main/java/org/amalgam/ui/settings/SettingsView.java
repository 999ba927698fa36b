package org.amalgam.ui.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.Toggles;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.Opened;
import org.amalgam.ui.frame.EngineStatus;
import org.amalgam.ui.frame.FrameViewModel;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;

/** The settings screen; see {@code Settings.fxml}. Everything in it acts at once. */
public final class SettingsView {

    private static final long MEGABYTE = 1 << 20;

    private final FrameViewModel model;
    private final Messages messages;
    private final Runnable showShortcuts;
    private final Path home;
    private final Parent root;

    @FXML private ToggleButton lightChoice;
    @FXML private ToggleButton darkChoice;
    @FXML private ToggleButton englishChoice;
    @FXML private ToggleButton chineseChoice;
    @FXML private Slider textSlider;
    @FXML private Label textValue;
    @FXML private Button normalText;
    @FXML private Label coresLabel;
    @FXML private Label memoryLabel;
    @FXML private Label javaLabel;
    @FXML private Label engineLabel;
    @FXML private Label engineHint;
    @FXML private Label homeLabel;
    @FXML private Label storeLabel;

    public SettingsView(
            FrameViewModel model,
            Messages messages,
            EngineStatus engine,
            Folders folders,
            ObservableValue<Optional<Opened>> opened,
            Runnable showShortcuts) {
        this.model = model;
        this.messages = messages;
        this.showShortcuts = showShortcuts;
        this.home = folders.home().toAbsolutePath();
        this.root = Fxml.load(this, messages);
        bindChoices();
        bindTextSize();
        showMachine(engine);
        homeLabel.setText(home.toString());
        storeLabel
                .textProperty()
                .bind(
                        opened.map(
                                open ->
                                        open.map(found -> found.store().toAbsolutePath().toString())
                                                .orElse("–")));
    }

    public Parent root() {
        return root;
    }

    private void bindChoices() {
        Toggles.bind(Map.of(false, lightChoice, true, darkChoice), model.darkProperty());
        englishChoice.setText(Language.ENGLISH.ownName());
        chineseChoice.setText(Language.CHINESE.ownName());
        Toggles.bind(
                Map.of(Language.ENGLISH, englishChoice, Language.CHINESE, chineseChoice),
                messages.languageProperty());
    }

    private void bindTextSize() {
        textSlider.setMin(Remembered.LEAST_TEXT);
        textSlider.setMax(Remembered.MOST_TEXT);
        textSlider.setValue(model.textSizeProperty().get());
        // Taken when the thumb comes to rest: the slider itself grows, under the pointer.
        textSlider
                .valueProperty()
                .addListener(
                        changed -> {
                            if (!textSlider.isValueChanging()) {
                                takeTextSize();
                            }
                        });
        textSlider.valueChangingProperty().addListener(changed -> takeTextSize());
        model.textSizeProperty()
                .addListener((seen, was, now) -> textSlider.setValue(now.doubleValue()));
        textValue
                .textProperty()
                .bind(
                        messages.text(
                                "settings.text-value",
                                textSlider
                                        .valueProperty()
                                        .map(size -> Math.round(size.doubleValue()))));
        normalText.setOnAction(event -> model.textSizeProperty().set(Remembered.NORMAL_TEXT));
    }

    private void takeTextSize() {
        if (!textSlider.isValueChanging()) {
            model.textSizeProperty().set((int) Math.round(textSlider.getValue()));
        }
    }

    private void showMachine(EngineStatus engine) {
        Runtime machine = Runtime.getRuntime();
        coresLabel
                .textProperty()
                .bind(messages.text("settings.cores-value", machine.availableProcessors()));
        memoryLabel
                .textProperty()
                .bind(messages.text("settings.memory-value", machine.maxMemory() / MEGABYTE));
        javaLabel.setText(
                System.getProperty("java.version") + " · " + System.getProperty("os.name"));
        engineLabel.textProperty().bind(engine.line());
        engineHint.textProperty().bind(engine.explanation());
    }

    @FXML
    void copyHome() {
        ClipboardContent content = new ClipboardContent();
        content.putString(home.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    @FXML
    void listShortcuts() {
        showShortcuts.run();
    }
}
