package org.amalgam.ui.live;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.desk.PausedReplay;
import org.amalgam.ui.i18n.Messages;

/**
 * Offers to go on with the replay that was under way when the window was closed. The offer stands
 * until it is taken up or dropped, or another replay begins. For the screens' thread.
 */
public final class Resumption {

    private final Desk desk;
    private final LiveViewModel live;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Optional<PausedReplay>> offer =
            new ReadOnlyObjectWrapper<>(this, "offer", Optional.empty());
    private Optional<PausedReplay> goingOn = Optional.empty();

    public Resumption(LiveViewModel live, Messages messages) {
        this.desk = live.desk();
        this.live = live;
        this.messages = messages;
        live.snapshotProperty().addListener((seen, was, now) -> now.ifPresent(this::follow));
        desk.sessionProperty().addListener((seen, was, now) -> begin(now.isPresent()));
    }

    private void begin(boolean replaying) {
        goingOn = Optional.empty();
        if (replaying) {
            drop();
        }
    }

    /** What can be gone on with. */
    public ReadOnlyObjectProperty<Optional<PausedReplay>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** Offers to go on with this one. */
    public void offer(PausedReplay paused) {
        offer.set(Optional.of(paused));
    }

    /** No longer offers anything. */
    public void drop() {
        offer.set(Optional.empty());
    }

    /** No longer offers what was replayed from a store that is gone. */
    public void drop(Path store) {
        offer.get().filter(paused -> paused.store().equals(store)).ifPresent(gone -> drop());
    }

    /** What taking it up does, in words. */
    public static String title(PausedReplay paused, Messages messages) {
        return messages.get("resume.at", paused.step());
    }

    /** Says that there is an offer, for those who do not see it. */
    public String reminder(PausedReplay paused) {
        return messages.get("resume.reminder", paused.step(), paused.total());
    }

    /** Sets the replay up anew and goes to where it stood, or says why it cannot. */
    public void resume() {
        offer.get().ifPresent(this::resume);
    }

    private void resume(PausedReplay paused) {
        Optional<ReplayRequest> request = paused.request();
        if (!desk.exists(paused.store())) {
            refuse(messages.get("resume.store-gone", name(paused.store())));
        } else if (request.isEmpty()) {
            refuse(messages.get("resume.unknown"));
        } else {
            desk.replayAgain(paused, request.get(), () -> goingOn = Optional.of(paused));
        }
    }

    private void refuse(String why) {
        drop();
        desk.tell(Notice.Kind.INFO, why);
    }

    /** Takes the first snapshot of the replay that was set up anew. */
    private void follow(LiveSnapshot now) {
        Optional<PausedReplay> wanted = goingOn;
        goingOn = Optional.empty();
        wanted.ifPresent(
                paused -> {
                    if (paused.total() == now.total()) {
                        live.travel().seek(paused.step());
                    } else {
                        desk.tell(Notice.Kind.INFO, messages.get("resume.other-events"));
                    }
                });
    }

    /** What to offer at the next start: the replay under way, or what still is offered. */
    public Optional<PausedReplay> toRemember() {
        return underWay().or(offer::get);
    }

    /** The replay that closing the window would break off. */
    public Optional<PausedReplay> underWay() {
        return live.snapshotProperty().get().flatMap(desk::paused);
    }

    static Path name(Path store) {
        return store.getFileName() == null ? store : store.getFileName();
    }
}
