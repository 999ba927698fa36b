package org.amalgam.ui.i18n;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * All words of the window, in the language chosen now. FXML binds to {@link #texts}, code to {@link
 * #text}; both follow a change of language at once. For one thread, the FX thread.
 */
public final class Messages {

    static final String BUNDLE = "org.amalgam.ui.i18n.messages";

    private final ObjectProperty<Language> language =
            new SimpleObjectProperty<>(this, "language", Language.ENGLISH);
    private final ObservableMap<String, String> texts = FXCollections.observableHashMap();

    public Messages() {
        load();
        language.addListener(changed -> load());
    }

    private void load() {
        texts.putAll(read(language.get()));
    }

    /** The bundle of one language, without falling back to the system's own. */
    static Map<String, String> read(Language language) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        language.locale(),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> read = new HashMap<>();
        bundle.keySet().forEach(key -> read.put(key, bundle.getString(key)));
        return read;
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Locale locale() {
        return language.get().locale();
    }

    public boolean chinese() {
        return language.get() == Language.CHINESE;
    }

    /** The words by key, for FXML's expressions. */
    public ObservableMap<String, String> texts() {
        return texts;
    }

    /**
     * The text of a key, its {0}, {1}… filled in.
     *
     * @throws MissingResourceException if there is none
     */
    public String get(String key, Object... values) {
        String pattern =
                find(key).orElseThrow(() -> new MissingResourceException(key, BUNDLE, key));
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale()).format(values);
    }

    /** The text of a key that depends on data, such as the name of a table. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** A text that follows the language and the observable values among {@code values}. */
    public StringBinding text(String key, Object... values) {
        Observable[] watched = new Observable[values.length + 1];
        watched[0] = texts;
        int count = 1;
        for (Object value : values) {
            watched[count++] = value instanceof Observable seen ? seen : texts;
        }
        return Bindings.createStringBinding(() -> get(key, current(values)), watched);
    }

    private static Object[] current(Object[] values) {
        Object[] now = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            now[i] = values[i] instanceof ObservableValue<?> seen ? seen.getValue() : values[i];
        }
        return now;
    }
}
