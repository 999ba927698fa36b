package org.amalgam.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.desk.Opened;
import org.amalgam.ui.frame.FrameViewModel;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.Resumption;
import org.amalgam.ui.settings.Place;
import org.amalgam.ui.settings.RecentStore;
import org.amalgam.ui.settings.RecentStores;
import org.amalgam.ui.settings.Remembered;
import org.amalgam.ui.settings.SettingsFile;

/** Makes the window what it was when it was closed last. For the FX thread. */
final class WindowMemory {

    private final SettingsFile file;
    private final FrameViewModel frame;
    private final Messages messages;
    private final Desk desk;
    private final RecentStores stores;
    private final Resumption resumption;
    private Optional<Place> place;
    private boolean maximised;
    private Runnable leave = () -> {};

    /** Theme, language, text size and screen are taken at once. */
    WindowMemory(
            Folders folders,
            FrameViewModel frame,
            Messages messages,
            Desk desk,
            Resumption resumption) {
        this.file = new SettingsFile(folders.home().resolve("window.properties"));
        this.frame = frame;
        this.messages = messages;
        this.desk = desk;
        this.resumption = resumption;
        Remembered before = file.read();
        this.place = before.place();
        this.maximised = before.maximised();
        this.stores = new RecentStores(InstantSource.system(), before.stores());
        frame.darkProperty().set(before.dark());
        frame.textSizeProperty().set(before.textSize());
        frame.screenProperty().set(before.screen());
        messages.languageProperty().set(before.language());
        before.paused().ifPresent(resumption::offer);
        desk.openedProperty().addListener((seen, was, now) -> now.ifPresent(this::note));
    }

    private void note(Opened opened) {
        if (opened.events() > 0) {
            stores.used(opened);
            write();
            remind(opened);
        }
    }

    /** The live screen shows the offer anyway. */
    private void remind(Opened opened) {
        boolean elsewhere = frame.screenProperty().get() != org.amalgam.ui.frame.Screen.LIVE;
        resumption
                .offerProperty()
                .get()
                .filter(paused -> elsewhere && paused.store().equals(opened.store()))
                .map(resumption::reminder)
                .ifPresent(line -> desk.tell(Notice.Kind.INFO, line));
    }

    RecentStores stores() {
        return stores;
    }

    /** Puts the window where it was, when it can be reached there. */
    void place(Stage stage) {
        place.filter(
                        at ->
                                at.reachable(
                                        Screen.getScreens().stream()
                                                .map(Screen::getVisualBounds)
                                                .toList()))
                .ifPresent(
                        at -> {
                            stage.setX(at.x());
                            stage.setY(at.y());
                            stage.setWidth(at.width());
                            stage.setHeight(at.height());
                        });
        stage.setMaximized(maximised);
        InvalidationListener moved = changed -> follow(stage);
        List<Observable> ofPlace =
                List.of(
                        stage.xProperty(),
                        stage.yProperty(),
                        stage.widthProperty(),
                        stage.heightProperty(),
                        stage.maximizedProperty());
        ofPlace.forEach(property -> property.addListener(moved));
        leave = () -> ofPlace.forEach(property -> property.removeListener(moved));
    }

    /** No longer follows where the window is, for its stage may outlive it. */
    void leave() {
        leave.run();
    }

    private void follow(Stage stage) {
        maximised = stage.isMaximized();
        boolean normal = !maximised && !stage.isIconified() && !stage.isFullScreen();
        if (normal && stage.isShowing()) {
            place =
                    Optional.of(
                            new Place(
                                    stage.getX(),
                                    stage.getY(),
                                    stage.getWidth(),
                                    stage.getHeight()));
        }
    }

    /** Opens the store that was open last, as {@link #open} does. */
    void reopen() {
        stores.latest().map(RecentStore::store).ifPresent(this::open);
    }

    /** Opens a store that was open before; says so when it is gone, and forgets it. */
    void open(Path store) {
        if (desk.exists(store)) {
            desk.open(store);
        } else {
            stores.forget(store);
            resumption.drop(store);
            write();
            desk.tell(Notice.Kind.INFO, messages.get("notice.store-gone", store));
        }
    }

    void write() {
        file.write(
                new Remembered(
                        place,
                        maximised,
                        frame.screenProperty().get(),
                        frame.darkProperty().get(),
                        messages.languageProperty().get(),
                        frame.textSizeProperty().get(),
                        stores.list(),
                        resumption.toRemember()));
    }
}
