package org.amalgam.ui.desk;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.amalgam.ui.i18n.Messages;

/** What the user changed, latest on top, to be taken back and done again. For one thread. */
public final class UndoStack {

    /** Older changes than this many stay as they are. */
    static final int DEPTH = 100;

    /**
     * A change that was made.
     *
     * @param owner whose it is; when that goes away, so do its changes, see {@link #forget}
     * @param name what was changed, to follow the word "Undo"
     * @param undo makes everything as it was before
     * @param redo makes the change again
     */
    public record Change(
            Object owner, Function<Messages, String> name, Runnable undo, Runnable redo) {

        public Change {
            requireNonNull(owner, "owner");
            requireNonNull(name, "name");
            requireNonNull(undo, "undo");
            requireNonNull(redo, "redo");
        }
    }

    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Change>> nextUndo =
            new ReadOnlyObjectWrapper<>(this, "nextUndo", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Change>> nextRedo =
            new ReadOnlyObjectWrapper<>(this, "nextRedo", Optional.empty());

    /** Notes a change that was just made. What was undone before can no longer be redone. */
    public void made(Change change) {
        undone.clear();
        done.push(change);
        if (done.size() > DEPTH) {
            done.removeLast();
        }
        publish();
    }

    /** Takes the latest change back; does nothing when there is none. */
    public void undo() {
        move(done, undone).ifPresent(change -> change.undo().run());
    }

    /** Makes the change again that was taken back last; does nothing when there is none. */
    public void redo() {
        move(undone, done).ifPresent(change -> change.redo().run());
    }

    private Optional<Change> move(Deque<Change> from, Deque<Change> to) {
        Optional<Change> moved = Optional.ofNullable(from.poll());
        moved.ifPresent(to::push);
        publish();
        return moved;
    }

    /** Drops all changes of an owner that is no more. */
    public void forget(Object owner) {
        done.removeIf(change -> change.owner().equals(owner));
        undone.removeIf(change -> change.owner().equals(owner));
        publish();
    }

    private void publish() {
        nextUndo.set(Optional.ofNullable(done.peek()));
        nextRedo.set(Optional.ofNullable(undone.peek()));
    }

    /** What {@link #undo} would take back. */
    public ReadOnlyObjectProperty<Optional<Change>> nextUndoProperty() {
        return nextUndo.getReadOnlyProperty();
    }

    /** What {@link #redo} would make again. */
    public ReadOnlyObjectProperty<Optional<Change>> nextRedoProperty() {
        return nextRedo.getReadOnlyProperty();
    }
}
