package org.amalgam.ui.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.amalgam.pipeline.TrainingReport;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.ProgressWords;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.control.TableText;
import org.amalgam.ui.control.TableTools;
import org.amalgam.ui.control.TidyTable;
import org.amalgam.ui.control.WordCell;
import org.amalgam.ui.desk.RunningTask;
import org.amalgam.ui.i18n.Messages;

/** The training panel; see {@code Training.fxml}. */
public final class TrainingView {

    private final TrainingViewModel model;
    private final Messages messages;
    private final TableTools tableTools;
    private final Parent root;

    @FXML private TilePane memberChecks;
    @FXML private Slider shareSlider;
    @FXML private Label shareLabel;
    @FXML private RadioButton briefChoice;
    @FXML private RadioButton fullChoice;
    @FXML private ComboBox<String> fusionChoice;
    @FXML private Button trainButton;
    @FXML private VBox progressRows;
    @FXML private VBox resultPane;
    @FXML private Label resultLine;
    @FXML private VBox resultTable;

    public TrainingView(TrainingViewModel model, Messages messages, TableTools tableTools) {
        this.model = model;
        this.messages = messages;
        this.tableTools = tableTools;
        this.root = Fxml.load(this, messages);
        model.members().forEach(this::addMember);
        bindChoices();
        offerFusions();
        model.taskProperty().addListener(changed -> watch(model.running()));
        watch(Optional.empty());
        model.reportProperty().addListener(changed -> showReport());
        messages.languageProperty().addListener(changed -> showReport());
        showReport();
    }

    public Parent root() {
        return root;
    }

    private void addMember(String member) {
        CheckBox check = new CheckBox();
        check.setId("train-" + member);
        check.setMnemonicParsing(false);
        check.textProperty().bind(messages.text("ranker." + member));
        check.selectedProperty().bindBidirectional(model.chosenProperty(member));
        memberChecks.getChildren().add(check);
    }

    private void bindChoices() {
        shareSlider.valueProperty().bindBidirectional(model.shareProperty());
        shareLabel
                .textProperty()
                .bind(messages.text("training.share-value", model.shareProperty()));
        ToggleGroup depth = new ToggleGroup();
        depth.getToggles().addAll(briefChoice, fullChoice);
        briefChoice.setSelected(model.briefProperty().get());
        fullChoice.setSelected(!model.briefProperty().get());
        model.briefProperty().bind(briefChoice.selectedProperty());
        trainButton.disableProperty().bind(model.canTrain().not());
    }

    private void offerFusions() {
        fusionChoice.getItems().setAll(model.fusions());
        WordCell.in(fusionChoice, method -> messages.get("fusion." + method), messages);
        fusionChoice.valueProperty().bindBidirectional(model.fusionProperty());
    }

    private void watch(Optional<RunningTask> task) {
        Parts.show(progressRows, false);
        progressRows.getChildren().clear();
        task.ifPresent(
                running -> {
                    running.stages().forEach(this::addStage);
                    running.stages()
                            .addListener(
                                    (ListChangeListener<RunningTask.Stage>)
                                            change -> {
                                                while (change.next()) {
                                                    change.getAddedSubList()
                                                            .forEach(this::addStage);
                                                }
                                            });
                });
    }

    private void addStage(RunningTask.Stage stage) {
        Parts.show(progressRows, true);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        bar.progressProperty().bind(stage.fractionProperty());
        bar.setAccessibleText(stage.name());
        StringBinding words =
                Bindings.createStringBinding(
                        () ->
                                ProgressWords.of(
                                        messages,
                                        stage.textProperty().get(),
                                        stage.fractionProperty().get()),
                        stage.textProperty(),
                        stage.fractionProperty(),
                        messages.texts());
        progressRows.getChildren().add(new VBox(3, Parts.label(words, "hint"), bar));
    }

    private void showReport() {
        Optional<TrainingReport> report = model.reportProperty().get();
        Parts.show(resultPane, report.isPresent());
        report.ifPresent(this::fillReport);
    }

    private void fillReport(TrainingReport report) {
        resultLine.setText(messages.get("training.result", report.sessions(), report.events()));
        List<List<String>> rows =
                report.members().stream()
                        .map(
                                member ->
                                        List.of(
                                                Rankers.name(messages, member.member()),
                                                String.format(
                                                        messages.locale(),
                                                        "%.1f",
                                                        member.seconds())))
                        .toList();
        List<String> columns =
                List.of(messages.get("training.member"), messages.get("training.seconds"));
        resultTable
                .getChildren()
                .setAll(
                        new TidyTable(
                                messages.get("training.times"),
                                new TableText(columns, rows),
                                tableTools));
    }

    @FXML
    void train() {
        model.train();
    }

    @FXML
    void replay() {
        model.replay();
    }
}
