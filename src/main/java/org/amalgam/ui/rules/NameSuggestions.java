package org.amalgam.ui.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.rules.Completion.Suggestion;

/**
 * What a name that is being written may mean, below its field while one of them has the focus. Down
 * goes from the field to the list; Enter or a click takes a name from there.
 */
final class NameSuggestions {

    private static final double ROW = 26;
    private static final int MOST_ROWS = 6;

    private final TextField field;
    private final ListView<Suggestion> list;
    private final Messages messages;
    private final Supplier<List<Suggestion>> found;

    /**
     * @param found what the text of the field may mean
     */
    NameSuggestions(
            TextField field,
            ListView<Suggestion> list,
            Messages messages,
            Supplier<List<Suggestion>> found) {
        this.field = field;
        this.list = list;
        this.messages = messages;
        this.found = found;
        list.setFixedCellSize(ROW);
        list.setCellFactory(any -> new SuggestionCell());
        list.setOnMouseClicked(click -> take());
        list.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        take();
                    }
                });
        field.setOnKeyPressed(this::goDown);
        // Later, for in between neither of them has the focus, and a list that hides cannot get it.
        field.focusedProperty().addListener(changed -> Platform.runLater(this::suggest));
        list.focusedProperty().addListener(changed -> Platform.runLater(this::suggest));
    }

    /** Suggests now, and whenever one of these changes. */
    void follow(Observable... sources) {
        RulesView.follow(this::suggest, sources);
    }

    private void goDown(KeyEvent key) {
        if (key.getCode() == KeyCode.DOWN && list.isVisible()) {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
            key.consume();
        }
    }

    private void suggest() {
        boolean asked = field.isFocused() || list.isFocused();
        List<Suggestion> now = asked ? found.get() : List.of();
        if (!list.getItems().equals(now)) {
            list.getItems().setAll(now);
        }
        double rows = Math.min(now.size(), MOST_ROWS);
        list.setPrefHeight(rows * ROW + 2);
        list.setMinHeight(rows * ROW + 2);
        Parts.show(list, !now.isEmpty());
    }

    private void take() {
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            field.setText(chosen.name());
            field.requestFocus();
            field.end();
        }
    }

    /** A name and, where that is an item's id, the item's title. */
    private final class SuggestionCell extends ListCell<Suggestion> {
        @Override
        protected void updateItem(Suggestion suggestion, boolean empty) {
            super.updateItem(suggestion, empty);
            Optional<Suggestion> shown = empty ? Optional.empty() : Optional.ofNullable(suggestion);
            setText(shown.map(Suggestion::name).orElse(null));
            setGraphic(
                    shown.flatMap(Suggestion::item)
                            .map(item -> Titles.of(item, messages.chinese()).first())
                            .map(title -> Parts.label(title, "suggestion-what"))
                            .orElse(null));
            setContentDisplay(ContentDisplay.RIGHT);
        }
    }
}
