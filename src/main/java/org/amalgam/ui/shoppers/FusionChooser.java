package org.amalgam.ui.shoppers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.ui.chart.Palette;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.control.WordCell;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.shoppers.FusionChoice.Weighting;

/** How one list is fused: where weights come from, who decides alone, sliders, and the method. */
final class FusionChooser extends VBox {

    private final ListModel model;
    private final Messages messages;
    private final String side;
    private final ComboBox<Weighting> weighting = new ComboBox<>();
    private final ComboBox<String> alone = new ComboBox<>();
    private final ComboBox<String> method = new ComboBox<>();
    private final GridPane sliders = new GridPane();
    private Optional<ShopWindow> window = Optional.empty();
    private boolean showing;

    /**
     * @param side {@code left} or {@code right}, in the ids of controls
     */
    FusionChooser(ListModel model, Messages messages, String side) {
        super(8);
        this.model = model;
        this.messages = messages;
        this.side = side;
        getStyleClass().add("fusion-chooser");
        weighting.getItems().setAll(Weighting.values());
        method.getItems().setAll(ShopWindow.METHODS);
        prepare(weighting, "weighting", "shoppers.weighting", this::words);
        prepare(alone, "alone", "shoppers.alone", name -> Rankers.name(messages, name));
        prepare(method, "method", "shoppers.method", name -> messages.get("fusion-short." + name));
        weighting.setOnAction(event -> choose(weighting.getValue()));
        alone.setOnAction(event -> choose(model.choiceProperty().get().aloneBy(alone.getValue())));
        method.setOnAction(event -> choose(model.choiceProperty().get().by(method.getValue())));
        HBox row = new HBox(6, weighting, alone, method);
        row.setAlignment(Pos.CENTER_LEFT);
        sliders.getStyleClass().add("hand-weights");
        getChildren().addAll(row, sliders);
        model.choiceProperty().addListener(changed -> show());
        messages.languageProperty().addListener(changed -> fillSliders());
        show();
    }

    private <T> void prepare(ComboBox<T> box, String id, String key, Function<T, String> words) {
        box.setId(id + "-" + side);
        box.accessibleTextProperty().bind(messages.text(key));
        box.getStyleClass().add("small-choice");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(60);
        HBox.setHgrow(box, Priority.SOMETIMES);
        WordCell.in(box, words, messages);
    }

    private String words(Weighting one) {
        return messages.get(
                switch (one) {
                    case LEARNED -> "shoppers.learned";
                    case EQUAL -> "shoppers.equal";
                    case ALONE -> "shoppers.alone";
                    case BY_HAND -> "shoppers.by-hand";
                });
    }

    /** The choice in a few words. */
    String inWords() {
        FusionChoice choice = model.choiceProperty().get();
        String how = words(choice.weighting());
        String who =
                choice.weighting() == Weighting.ALONE
                        ? ": " + Rankers.name(messages, choice.alone())
                        : "";
        return how + who + " · " + messages.get("fusion-short." + choice.method());
    }

    /** Members that can be weighed from now on. */
    void show(Optional<ShopWindow> opened) {
        window = opened;
        showing = true;
        alone.getItems().setAll(opened.map(ShopWindow::members).orElse(List.of()));
        showing = false;
        fillSliders();
        show();
    }

    private void choose(Weighting chosen) {
        if (showing || chosen == null) {
            return;
        }
        FusionChoice now = model.choiceProperty().get();
        if (chosen == Weighting.ALONE && !alone.getItems().contains(now.alone())) {
            choose(now.aloneBy(alone.getItems().stream().findFirst().orElse("")));
        } else if (chosen == Weighting.BY_HAND && now.byHand().isEmpty()) {
            Map<String, Double> start =
                    window.map(open -> now.weights(open).asMap()).orElse(Map.of());
            choose(new FusionChoice(chosen, now.method(), now.alone(), start));
        } else {
            choose(now.with(chosen));
        }
    }

    private void choose(FusionChoice chosen) {
        if (!showing) {
            model.choiceProperty().set(chosen);
        }
    }

    private void show() {
        showing = true;
        FusionChoice choice = model.choiceProperty().get();
        weighting.setValue(choice.weighting());
        method.setValue(choice.method());
        alone.setValue(alone.getItems().contains(choice.alone()) ? choice.alone() : null);
        Parts.show(alone, choice.weighting() == Weighting.ALONE);
        Parts.show(sliders, choice.weighting() == Weighting.BY_HAND);
        showing = false;
        if (choice.weighting() == Weighting.BY_HAND && sliders.getChildren().isEmpty()) {
            fillSliders();
        }
    }

    private void fillSliders() {
        sliders.getChildren().clear();
        if (model.choiceProperty().get().weighting() != Weighting.BY_HAND) {
            return;
        }
        int line = 0;
        for (String member : alone.getItems()) {
            Label value = Parts.label("", "weight-value");
            sliders.addRow(line++, name(member), slider(member, value), value);
        }
    }

    private Node name(String member) {
        Label name = Parts.label(Rankers.name(messages, member), "hand-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        return name;
    }

    private Slider slider(String member, Label value) {
        Map<String, Double> byHand = new LinkedHashMap<>(model.choiceProperty().get().byHand());
        Slider slider = new Slider(0, 1, byHand.getOrDefault(member, 0.0));
        slider.setId("hand-" + member + "-" + side);
        slider.setBlockIncrement(0.05);
        slider.setStyle("-member-colour: " + Palette.css(Palette.colour(member)));
        slider.getStyleClass().addAll("small", "progress-slider", "member-slider");
        slider.setAccessibleText(messages.get("weights.slider", Rankers.name(messages, member)));
        GridPane.setHgrow(slider, Priority.ALWAYS);
        value.setText(shown(slider.getValue()));
        slider.valueProperty()
                .addListener(
                        (seen, was, now) -> {
                            value.setText(shown(now.doubleValue()));
                            choose(model.choiceProperty().get().moved(member, now.doubleValue()));
                        });
        return slider;
    }

    private static String shown(double weight) {
        return String.format(Locale.ROOT, "%.2f", weight);
    }
}
