package org.amalgam.ui.data;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.amalgam.domain.ImportReport;
import org.amalgam.ui.control.Columns;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.LogChooser;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.TableText;
import org.amalgam.ui.control.TableTools;
import org.amalgam.ui.control.TidyTable;
import org.amalgam.ui.data.DataViewModel.Figure;
import org.amalgam.ui.data.DataViewModel.Shown;
import org.amalgam.ui.desk.Opened;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.i18n.Messages;

/** The data screen; see {@code Data.fxml}. */
public final class DataView {

    private final DataViewModel model;
    private final LogChooser chooser;
    private final TableTools tableTools;
    private final Parent root;

    @FXML private VBox side;
    @FXML private Button loadButton;
    @FXML private VBox reportPane;
    @FXML private Label reportPace;
    @FXML private HBox figures;
    @FXML private HBox reportTables;
    @FXML private VBox profilePane;
    @FXML private Label profileSpan;
    @FXML private Columns profileTables;

    /**
     * @param training the panel for training, shown below loading
     * @param tableTools what tables need
     */
    public DataView(
            DataViewModel model,
            Messages messages,
            TaskRunner runner,
            LogChooser chooser,
            Node training,
            TableTools tableTools) {
        this.model = model;
        this.tableTools = tableTools;
        this.chooser = chooser;
        this.root = Fxml.load(this, messages);
        side.getChildren().add(training);
        loadButton.disableProperty().bind(runner.busy());
        model.reportProperty().addListener(changed -> showReport());
        model.openedProperty().addListener(changed -> showProfile());
        messages.languageProperty().addListener(changed -> showAll());
        showAll();
    }

    public Parent root() {
        return root;
    }

    private void showAll() {
        showReport();
        showProfile();
    }

    private void showReport() {
        Optional<ImportReport> report = model.reportProperty().get();
        Parts.show(reportPane, report.isPresent());
        report.ifPresent(this::fillReport);
    }

    private void fillReport(ImportReport report) {
        reportPace.setText(model.pace(report));
        figures.getChildren().setAll(model.figures(report).stream().map(this::tile).toList());
        Parts.show(reportTables, report.rejectedTotal() > 0);
        // Reasons are short and shown whole; the lines themselves can be of any length.
        Region reasons = table(model.reasons(report));
        Region examples = table(model.examples(report));
        reasons.setMinWidth(Region.USE_PREF_SIZE);
        examples.setMinWidth(0);
        HBox.setHgrow(examples, Priority.ALWAYS);
        reportTables.getChildren().setAll(reasons, examples);
    }

    private Node tile(Figure figure) {
        VBox tile =
                new VBox(
                        2,
                        Parts.label(figure.label(), "hint"),
                        Parts.label(figure.value(), "figure-value"),
                        Parts.label(figure.share(), "hint"));
        tile.setId("figure-" + figure.key());
        tile.getStyleClass().addAll("figure", "figure-" + figure.key());
        tile.setAccessibleText(figure.label() + " " + figure.value());
        HBox.setHgrow(tile, Priority.ALWAYS);
        tile.setMaxWidth(Double.MAX_VALUE);
        tile.setPrefWidth(100);
        return tile;
    }

    private VBox table(Shown shown) {
        TableText text = new TableText(shown.columns(), shown.rows());
        return new TidyTable(shown.title(), text, tableTools);
    }

    private void showProfile() {
        Optional<Opened> opened = model.openedProperty().get();
        Parts.show(profilePane, opened.isPresent());
        opened.ifPresent(
                open -> {
                    List<Shown> tables = model.tables(open);
                    profileSpan.setText(model.span(open));
                    profileTables.getChildren().setAll(tables.stream().map(this::panel).toList());
                });
    }

    private Node panel(Shown shown) {
        VBox panel = table(shown);
        panel.getStyleClass().add("panel");
        return panel;
    }

    @FXML
    void chooseLog() {
        model.load(chooser.choose(root.getScene().getWindow()));
    }
}
