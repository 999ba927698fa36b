package org.amalgam.ui.rules;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.pipeline.Workbench;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.desk.UndoStack;

/**
 * The rules that act in the open store, and the trail of their changes. Reading and changing them
 * takes milliseconds and goes on beside the work that the desk's runner does. Every change can be
 * taken back, as all of the window. For the screens' thread.
 */
final class StoredRules {

    private static final String THROUGH = "window";

    private final Desk desk;
    private final Executor background;
    private final Executor foreground;
    private final Supplier<String> why;
    private final ReadOnlyObjectWrapper<RuleBook> book =
            new ReadOnlyObjectWrapper<>(this, "book", RuleBook.EMPTY);
    private final ReadOnlyObjectWrapper<List<RuleChange>> trail =
            new ReadOnlyObjectWrapper<>(this, "trail", List.of());

    /**
     * @param why what the trail says of a change, asked when it is made, taken back or made again
     */
    StoredRules(Desk desk, Executor background, Executor foreground, Supplier<String> why) {
        this.desk = desk;
        this.background = background;
        this.foreground = foreground;
        this.why = why;
    }

    /** Reads all from the open store. */
    void read() {
        ask(Workbench::rules, book::set);
        ask(Workbench::ruleTrail, trail::set);
    }

    /** Changes of another store cannot be taken back any more. */
    void forgetChanges() {
        desk.undo().forget(this);
    }

    /** Lets these act from now on. */
    void change(RuleBook next) {
        RuleBook before = book.get();
        put(
                next,
                after ->
                        desk.undo()
                                .made(
                                        new UndoStack.Change(
                                                this,
                                                words -> words.get("undo.rules"),
                                                () -> put(before, undone -> {}),
                                                () -> put(after, redone -> {}))));
    }

    private void put(RuleBook next, Consumer<RuleBook> whenDone) {
        String reason = why.get();
        ask(
                open -> open.changeRules(next, THROUGH, reason),
                after -> {
                    book.set(after);
                    desk.obey(after);
                    whenDone.accept(after);
                    ask(Workbench::ruleTrail, trail::set);
                });
    }

    /** Asks the open store beside all other work; failures are told in the banner. */
    <T> void ask(Function<Workbench, T> question, Consumer<T> whenAnswered) {
        desk.workbench()
                .ifPresent(open -> background.execute(() -> ask(open, question, whenAnswered)));
    }

    // Whatever fails is shown, and the window goes on.
    private <T> void ask(
            Workbench open, Function<Workbench, T> question, Consumer<T> whenAnswered) {
        try {
            T answer = question.apply(open);
            foreground.execute(() -> whenAnswered.accept(answer));
        } catch (RuntimeException failure) {
            foreground.execute(
                    () -> desk.tell(Notice.Kind.ERROR, String.valueOf(failure.getMessage())));
        }
    }

    /** Takes the latest change back, where that was one of the rules. */
    void undo() {
        if (canUndo().get()) {
            desk.undo().undo();
        }
    }

    /** A new binding: the latest change of all that can be taken back was one of the rules. */
    BooleanBinding canUndo() {
        return Bindings.createBooleanBinding(
                () ->
                        desk.undo()
                                .nextUndoProperty()
                                .get()
                                .filter(change -> change.owner().equals(this))
                                .isPresent(),
                desk.undo().nextUndoProperty());
    }

    ReadOnlyObjectProperty<RuleBook> bookProperty() {
        return book.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<RuleChange>> trailProperty() {
        return trail.getReadOnlyProperty();
    }
}
