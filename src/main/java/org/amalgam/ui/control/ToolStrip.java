package org.amalgam.ui.control;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.Ikon;

/**
 * Small tools over the corner of a panel. They can be seen while the pointer is over the panel or
 * the keyboard is in it, and reached by Tab at any time; a context menu has the same.
 */
public final class ToolStrip extends HBox {

    private final Messages messages;
    private final ContextMenu menu = new ContextMenu();

    /**
     * @param panel over which they appear
     */
    public ToolStrip(Node panel, Messages messages) {
        super(1);
        this.messages = messages;
        getStyleClass().add("tool-strip");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        // Not invisible, or the keyboard could not get there.
        opacityProperty()
                .bind(
                        Bindings.when(panel.hoverProperty().or(panel.focusWithinProperty()))
                                .then(1.0)
                                .otherwise(0.0));
        panel.setOnContextMenuRequested(
                event -> {
                    menu.show(panel, event.getScreenX(), event.getScreenY());
                    event.consume();
                });
    }

    /**
     * Adds a tool to strip and menu.
     *
     * @param id of the button
     * @param key of its name
     */
    public Button add(String id, Ikon glyph, String key, Runnable action) {
        Button button = new Button();
        button.setOnAction(event -> action.run());
        addButton(button, id, glyph, key);
        MenuItem item = new MenuItem();
        item.textProperty().bind(messages.text(key));
        item.setOnAction(event -> action.run());
        menu.getItems().add(item);
        return button;
    }

    /** Adds a tool to the strip that opens a list of items. */
    public MenuButton addList(String id, Ikon glyph, String key) {
        MenuButton button = new MenuButton();
        addButton(button, id, glyph, key);
        return button;
    }

    private void addButton(ButtonBase button, String id, Ikon glyph, String key) {
        button.setId(id);
        button.setGraphic(Parts.icon(glyph, "tool-icon"));
        button.getStyleClass().addAll("flat", "tool");
        button.accessibleTextProperty().bind(messages.text(key));
        button.setTooltip(Parts.tip(messages.text(key)));
        getChildren().add(button);
    }
}
