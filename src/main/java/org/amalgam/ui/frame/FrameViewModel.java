package org.amalgam.ui.frame;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.desk.Opened;
import org.amalgam.ui.i18n.Messages;

/** Which screen is shown, in which theme and language, and what the bars say. */
public final class FrameViewModel {

    /** A screen the user can choose. */
    public enum Screen {
        DATA,
        LIVE,
        SHOPPERS
    }

    /** What stands in the middle. */
    public enum Content {
        START,
        DATA,
        LIVE,
        SHOPPERS
    }

    private final Desk desk;
    private final Messages messages;
    private final ObjectProperty<Screen> screen =
            new SimpleObjectProperty<>(this, "screen", Screen.DATA);
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark", false);
    private final ObjectBinding<Content> content;

    public FrameViewModel(Desk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
        this.content =
                Bindings.createObjectBinding(
                        this::choose, screen, desk.openedProperty(), desk.importedProperty());
        desk.sessionProperty()
                .addListener(
                        (seen, was, now) -> {
                            if (now.isPresent()) {
                                screen.set(Screen.LIVE);
                            }
                        });
    }

    private Content choose() {
        if (!desk.hasEvents() && desk.importedProperty().get().isEmpty()) {
            return Content.START;
        }
        return switch (screen.get()) {
            case DATA -> Content.DATA;
            case LIVE -> Content.LIVE;
            case SHOPPERS -> Content.SHOPPERS;
        };
    }

    /** The open store and how much it holds. */
    public StringBinding storeLine() {
        return Bindings.createStringBinding(
                () -> desk.openedProperty().get().map(this::describe).orElseGet(this::noStore),
                desk.openedProperty(),
                messages.texts());
    }

    private String describe(Opened opened) {
        Path name = opened.store().getFileName();
        return messages.get(
                "status.store",
                name == null ? opened.store().toString() : name.toString(),
                opened.events(),
                opened.catalogue().size());
    }

    private String noStore() {
        return messages.get("status.no-store");
    }

    /** Files let fall on the window. */
    public void drop(List<Path> files) {
        screen.set(Screen.DATA);
        desk.importLogs(files);
    }

    public void dismissNotice() {
        desk.noticeProperty().set(Optional.empty());
    }

    public ObjectProperty<Optional<Notice>> noticeProperty() {
        return desk.noticeProperty();
    }

    public void switchLanguage() {
        messages.languageProperty().set(messages.languageProperty().get().other());
    }

    public ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    public ObjectBinding<Content> contentBinding() {
        return content;
    }
}
