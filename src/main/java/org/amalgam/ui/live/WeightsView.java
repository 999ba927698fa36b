package org.amalgam.ui.live;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.amalgam.ui.chart.Palette;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.control.ShareBar;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.WeightsViewModel.Row;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A slider and a lock for every member's weight. */
final class WeightsView extends VBox {

    private final WeightsViewModel model;
    private final Messages messages;
    private final ShareBar bar = new ShareBar();
    private final VBox rows = new VBox(9);

    /**
     * @param branch goes on with these weights beside how it would have gone on
     */
    WeightsView(WeightsViewModel model, Messages messages, Runnable branch) {
        super(10);
        this.model = model;
        this.messages = messages;
        bar.getStyleClass().add("weights-bar");
        Node hint = Parts.label(messages.text("weights.hint"), "hint", "wrapped");
        getChildren().addAll(head(), bar, rows, hint, branchButton(branch));
        model.rows().addListener((ListChangeListener<Row>) change -> rebuild());
        rebuild();
    }

    private Node head() {
        Button equal = new Button();
        equal.setId("equalWeights");
        equal.textProperty().bind(messages.text("weights.equal"));
        equal.getStyleClass().addAll("small", "flat");
        equal.setOnAction(event -> model.equalise());
        HBox head =
                new HBox(Parts.label(messages.text("weights.title"), "h"), Parts.filler(), equal);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node branchButton(Runnable branch) {
        Button button = new Button();
        button.setId("branchButton");
        button.setGraphic(Parts.icon(Feather.GIT_BRANCH));
        button.textProperty().bind(messages.text("branch.button"));
        button.getStyleClass().add("small");
        button.setMaxWidth(Double.MAX_VALUE);
        Tooltip tip = Parts.tip(messages.text("branch.tip"));
        tip.setWrapText(true);
        tip.setMaxWidth(340);
        button.setTooltip(tip);
        button.setOnAction(event -> branch.run());
        button.disableProperty().bind(Bindings.size(model.rows()).lessThan(2));
        return button;
    }

    private void rebuild() {
        rows.getChildren().setAll(model.rows().stream().map(this::row).toList());
        showBar();
    }

    private void showBar() {
        Map<String, Double> shares = new LinkedHashMap<>();
        model.rows().forEach(row -> shares.put(row.member(), row.weight().get()));
        bar.show(shares, 1);
    }

    private Node row(Row row) {
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        String colour = Palette.css(Palette.colour(row.member()));
        dot.setStyle("-fx-background-color: " + colour);
        var value =
                Parts.label(
                        Bindings.createStringBinding(
                                () -> String.format(Locale.ROOT, "%.3f", row.weight().get()),
                                row.weight()),
                        "weight-value");
        row.weight().addListener(changed -> showBar());
        var name = words(() -> Rankers.name(messages, row.member()));
        HBox line =
                new HBox(
                        8,
                        dot,
                        Parts.label(name),
                        warning(row),
                        Parts.filler(),
                        value,
                        lock(row, name));
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(1, line, slider(row, name, colour));
    }

    private StringBinding words(Callable<String> words) {
        return Bindings.createStringBinding(words, messages.texts());
    }

    private Node warning(Row row) {
        Label sign = new Label();
        sign.setGraphic(Parts.icon(Feather.ALERT_TRIANGLE, "abstaining-icon"));
        sign.visibleProperty().bind(row.abstaining().isNotEmpty());
        Tooltip tip = Parts.tip(messages.text("weights.abstains", row.member(), row.abstaining()));
        sign.setTooltip(tip);
        sign.accessibleTextProperty().bind(tip.textProperty());
        return sign;
    }

    private Slider slider(Row row, StringBinding name, String colour) {
        Slider slider = new Slider(0, 1, row.weight().get());
        slider.setId("weight-" + row.member());
        slider.setBlockIncrement(0.05);
        slider.setStyle("-member-colour: " + colour);
        slider.getStyleClass().addAll("small", "progress-slider", "member-slider");
        slider.accessibleTextProperty().bind(messages.text("weights.slider", name));
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> model.beginDrag(row.member()));
        slider.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> model.endDrag());
        row.weight().addListener((seen, was, now) -> slider.setValue(now.doubleValue()));
        // The user's moves come back here as well as the model's own; only the former differ.
        slider.valueProperty()
                .addListener(
                        (seen, was, now) -> {
                            if (Math.abs(now.doubleValue() - row.weight().get()) > 1e-9) {
                                model.move(row.member(), now.doubleValue());
                                slider.setValue(row.weight().get());
                            }
                        });
        slider.disableProperty().bind(row.locked());
        return slider;
    }

    private Node lock(Row row, StringBinding name) {
        FontIcon icon = Parts.icon(Feather.UNLOCK, "lock-icon");
        ToggleButton lock = new ToggleButton();
        lock.setGraphic(icon);
        lock.setId("lock-" + row.member());
        lock.getStyleClass().add("lock");
        lock.setSelected(row.locked().get());
        icon.setIconCode(row.locked().get() ? Feather.LOCK : Feather.UNLOCK);
        lock.accessibleTextProperty().bind(messages.text("weights.lock", name));
        lock.setOnAction(
                event -> {
                    model.lock(row.member(), lock.isSelected());
                    icon.setIconCode(lock.isSelected() ? Feather.LOCK : Feather.UNLOCK);
                });
        return lock;
    }
}
