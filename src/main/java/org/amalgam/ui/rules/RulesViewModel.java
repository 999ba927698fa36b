package org.amalgam.ui.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
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
import org.amalgam.ui.desk.Background;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Opened;

/**
 * The rules of the open store, one that is being written, and what it would do; finding that out is
 * work of the desk's runner. For the screens' thread.
 */
public final class RulesViewModel {

    private static final long SEED = 42;

    private final Desk desk;
    private final StoredRules stored;
    private final RuleDraft draft = new RuleDraft();
    private final StringProperty why = new SimpleStringProperty(this, "why", "");
    private final ReadOnlyObjectWrapper<Optional<RulePreview>> preview = empty("preview");
    private final ReadOnlyObjectWrapper<Optional<MerchandisingRule>> edited = empty("edited");
    private Completion completion = new Completion(new Catalogue(List.of()));

    public RulesViewModel(Desk desk) {
        this(desk, Background.thread("amalgam-rules"), Platform::runLater);
    }

    /** Tests pass {@code Runnable::run} twice. */
    RulesViewModel(Desk desk, Executor background, Executor foreground) {
        this.desk = desk;
        this.stored = new StoredRules(desk, background, foreground, () -> why.get().strip());
        stored.bookProperty().addListener((seen, was, now) -> preview.set(Optional.empty()));
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
                        stored.forgetChanges();
                        preview.set(Optional.empty());
                        beginAnew();
                    }
                    stored.ask(
                            any -> new Completion(open.catalogue()), found -> completion = found);
                    stored.read();
                });
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
                                        .map(old -> book().replace(old.number(), any -> rule))
                                        .orElseGet(() -> book().add(rule)));
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
                            stored.change(next);
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
        stored.change(book().replace(rule.number(), was -> was.enabled(on)));
    }

    /** Removes a rule. */
    public void remove(MerchandisingRule rule) {
        if (edited.get().filter(one -> one.number() == rule.number()).isPresent()) {
            beginAnew();
        }
        stored.change(book().remove(rule.number()));
    }

    /** Takes the latest change back, where that was one of the rules. */
    public void undo() {
        stored.undo();
    }

    /** A new binding: the latest change of all that can be taken back was one of the rules. */
    BooleanBinding canUndo() {
        return stored.canUndo();
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
        all[parts.length] = bookProperty();
        all[parts.length + 1] = edited;
        all[parts.length + 2] = desk.openedProperty();
        return all;
    }

    private RuleBook book() {
        return bookProperty().get();
    }

    public RuleDraft draft() {
        return draft;
    }

    /** Why the next change is made, for the trail. */
    public StringProperty whyProperty() {
        return why;
    }

    public ReadOnlyObjectProperty<RuleBook> bookProperty() {
        return stored.bookProperty();
    }

    /** All changes, newest first. */
    public ReadOnlyObjectProperty<List<RuleChange>> trailProperty() {
        return stored.trailProperty();
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
