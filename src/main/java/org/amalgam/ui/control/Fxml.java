package org.amalgam.ui.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.amalgam.ui.i18n.Messages;

/** Loads a screen's FXML, whose texts are written {@code ${words['key']}}. */
public final class Fxml {

    private Fxml() {}

    /**
     * Loads the file named like the view without its ending: {@code LiveView} has {@code Live.fxml}
     * beside it.
     */
    public static Parent load(Object view, Messages messages) {
        Class<?> type = view.getClass();
        String name = type.getSimpleName().replaceFirst("View$", "") + ".fxml";
        FXMLLoader loader = new FXMLLoader(type.getResource(name));
        loader.setController(view);
        loader.getNamespace().put("words", messages.texts());
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("loading " + name, e);
        }
    }
}
