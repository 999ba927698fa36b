package org.amalgam.ui.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.domain.rule.RuleProblem;
import org.amalgam.pipeline.RulePreview;
import org.amalgam.pipeline.Workbench;
import org.amalgam.ui.desk.Background;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.desk.Opened;
import org.amalgam.ui.desk.UndoStack;

/**
 * The rules of the open store, one that is being written, and what it would do. Reading and
 * changing rules takes milliseconds and goes on beside the work that the desk's runner does;
 * previews are such work. Every change can be taken back, as all of the window. For the screens'
 * thread.
 */
public final class RulesViewModel {

    private static final String THROUGH = "window";
    private static final long SEED = 42;

    private final Desk desk;
    private final Executor background;
    private final Executor foreground;
    private final RuleDraft draft = new RuleDraft();
    private final StringProperty why = new SimpleStringProperty(this, "why", "");
    private final ReadOnlyObjectWrapper<RuleBook> book =
            new ReadOnlyObjectWrapper<>(this, "book", RuleBook.EMPTY);
    private final ReadOnlyObjectWrapper<List<RuleChange>> trail =
            new ReadOnlyObjectWrapper<>(this, "trail", List.of());
    private final ReadOnlyObjectWrapper<Optional<RulePreview>> preview = empty("preview");
    private final ReadOnlyObjectWrapper<Optional<MerchandisingRule>> edited = empty("edited");
    private Completion completion = new Completion(new Catalogue(List.of()));

    public RulesViewModel(Desk desk) {
        this(desk, Background.thread("amalgam-rules"), Platform::runLater);
    }

    /** Tests pass {@code Runnable::run} twice. */
    RulesViewModel(Desk desk, Executor background, Executor foreground) {
        this.desk = desk;
        this.background = background;
        this.foreground = foreground;
        desk.openedProperty().addListener((seen, was, now) -> open(was, now));
        open(Optional.empty(), desk.openedProperty().get());
        for (Observable part : draft.parts()) {
            part.addListener(changed -> preview.set(Optional.empty()));
        }
    }

    private <T> ReadOnlyObjectWrapper<Optional<T>> empty(String name) {
        return new ReadOnlyObjectWrapper<>(this, name, Optional.empty());
    }

    private void open(Optional<Opened> was, Optional<Opened> now) {
        now.ifPresent(
                open -> {
                    if (was.filter(old -> old.store().equals(open.store())).isEmpty()) {
                        desk.undo().forget(this);
                        preview.set(Optional.empty());
                        beginAnew();
                    }
                    ask(any -> new Completion(open.catalogue()), found -> completion = found);
                    ask(Workbench::rules, book::set);
                    ask(Workbench::ruleTrail, trail::set);
                });
    }

    /** Asks the open store beside all other work; failures are told in the banner. */
    private <T> void ask(Function<Workbench, T> question, Consumer<T> whenAnswered) {
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

    /** What the beginning of a name may mean in the open store. */
    List<Completion.Suggestion> suggestions() {
        return completion.of(draft.scopeProperty().get(), draft.nameProperty().get());
    }

    /** The book with the rule that is written now; empty while it is not complete. */
    Optional<RuleBook> intended() {
        return draft.rule()
                .map(
                        rule ->
                                edited.get()
                                        .map(old -> book.get().replace(old.number(), any -> rule))
                                        .orElseGet(() -> book.get().add(rule)));
    }

    /** Why the book could not be used with the rule that is written now. */
    Optional<RuleProblem> problem() {
        return intended().flatMap(next -> next.problems(catalogue()).stream().findFirst());
    }

    /** The open store's catalogue; an empty one where none is open. */
    Catalogue catalogue() {
        return desk.openedProperty()
                .get()
                .map(Opened::catalogue)
                .orElseGet(() -> new Catalogue(List.of()));
    }

    /** Shows what the latest cases would have been with the rule that is written now. */
    public void preview() {
        intended().ifPresent(this::preview);
    }

    private void preview(RuleBook next) {
        desk.workbench()
                .ifPresent(
                        open ->
                                desk.runner()
                                        .run(
                                                "task.rules",
                                                monitor -> open.previewRules(next, SEED, monitor),
                                                found -> preview.set(Optional.of(found))));
    }

    /** Lets the rule that is written now act, and begins another. */
    public void apply() {
        intended()
                .ifPresent(
                        next -> {
                            change(next);
                            beginAnew();
                        });
    }

    /** Begins a new rule. */
    public void beginAnew() {
        edited.set(Optional.empty());
        draft.clear();
        why.set("");
    }

    /** Takes a rule up to be changed. */
    public void edit(MerchandisingRule rule) {
        edited.set(Optional.of(rule));
        draft.show(rule);
    }

    /** Lets a rule act, or keeps it from that. */
    public void enable(MerchandisingRule rule, boolean on) {
        change(book.get().replace(rule.number(), was -> was.enabled(on)));
    }

    /** Removes a rule. */
    public void remove(MerchandisingRule rule) {
        if (edited.get().filter(one -> one.number() == rule.number()).isPresent()) {
            beginAnew();
        }
        change(book.get().remove(rule.number()));
    }

    private void change(RuleBook next) {
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
        String reason = why.get().strip();
        preview.set(Optional.empty());
        ask(
                open -> open.changeRules(next, THROUGH, reason),
                after -> {
                    book.set(after);
                    desk.obey(after);
                    whenDone.accept(after);
                    ask(Workbench::ruleTrail, trail::set);
                });
    }

    /** Takes the latest change back, where that was one of the rules. */
    public void undo() {
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

    /** A new binding: a rule is written out, and the book can be used with it. */
    BooleanBinding canApply() {
        return Bindings.createBooleanBinding(
                () -> intended().isPresent() && problem().isEmpty(), watched());
    }

    /** A new binding: likewise, and no other work is under way. */
    BooleanBinding canPreview() {
        return canApply().and(desk.runner().busy().not());
    }

    /** All that the rule written now depends on. */
    Observable[] watched() {
        Observable[] parts = draft.parts();
        Observable[] all = Arrays.copyOf(parts, parts.length + 3);
        all[parts.length] = book;
        all[parts.length + 1] = edited;
        all[parts.length + 2] = desk.openedProperty();
        return all;
    }

    public RuleDraft draft() {
        return draft;
    }

    /** Why the next change is made, for the trail. */
    public StringProperty whyProperty() {
        return why;
    }

    public ReadOnlyObjectProperty<RuleBook> bookProperty() {
        return book.getReadOnlyProperty();
    }

    /** All changes, newest first. */
    public ReadOnlyObjectProperty<List<RuleChange>> trailProperty() {
        return trail.getReadOnlyProperty();
    }

    /** Of the rule that is written now; empty once that has changed. */
    public ReadOnlyObjectProperty<Optional<RulePreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** The rule that is being changed; empty while a new one is written. */
    public ReadOnlyObjectProperty<Optional<MerchandisingRule>> editedProperty() {
        return edited.getReadOnlyProperty();
    }
}
