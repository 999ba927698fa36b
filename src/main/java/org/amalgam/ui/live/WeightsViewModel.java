package org.amalgam.ui.live;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.LiveSnapshot.Quality;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.desk.UndoStack;
import org.amalgam.ui.i18n.Messages;

/**
 * The sliders. They follow the snapshots, except while one is being dragged; a move by hand is sent
 * at once.
 */
public final class WeightsViewModel {

    /**
     * One member's slider.
     *
     * @param abstaining why the member says nothing now; empty while it takes part
     */
    public record Row(
            String member,
            DoubleProperty weight,
            BooleanProperty locked,
            StringProperty abstaining) {}

    private final Consumer<FusionWeights> sendWeights;
    private final Consumer<Set<String>> sendLocks;
    private final UndoStack undo;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    // Kept here: a read-only view hears of changes only as long as somebody holds it.
    private final ObservableList<Row> shownRows = FXCollections.unmodifiableObservableList(rows);
    private Optional<FusionWeights> weights = Optional.empty();
    private Optional<String> dragged = Optional.empty();
    private Optional<FusionWeights> beforeDrag = Optional.empty();

    public WeightsViewModel(
            Consumer<FusionWeights> sendWeights, Consumer<Set<String>> sendLocks, UndoStack undo) {
        this.sendWeights = sendWeights;
        this.sendLocks = sendLocks;
        this.undo = undo;
    }

    /** Takes the weights of a snapshot, unless a slider is being dragged. */
    public void follow(FusionWeights learned) {
        if (dragged.isEmpty()) {
            show(learned);
        }
    }

    /** Shows which members abstain, and why. */
    public void followAbstentions(List<Quality> rankers) {
        for (Quality ranker : rankers) {
            rowOf(ranker.ranker())
                    .ifPresent(row -> row.abstaining().set(ranker.abstaining().orElse("")));
        }
    }

    /** The user takes hold of a slider. */
    public void beginDrag(String member) {
        dragged = Optional.of(member);
        beforeDrag = weights;
    }

    /** The user lets go: all of the drag is one change. */
    public void endDrag() {
        dragged.ifPresent(member -> beforeDrag.ifPresent(before -> note(before, nameOf(member))));
        dragged = Optional.empty();
        beforeDrag = Optional.empty();
    }

    /** Sets a weight by hand; the unlocked others give way. */
    public void move(String member, double value) {
        weights.ifPresent(
                now -> {
                    apply(Simplex.move(now, locked(), member, value));
                    if (dragged.isEmpty()) {
                        note(now, nameOf(member));
                    }
                });
    }

    private void apply(FusionWeights wanted) {
        show(wanted);
        sendWeights.accept(wanted);
    }

    private static Function<Messages, String> nameOf(String member) {
        return words -> words.get("undo.weight", Rankers.name(words, member));
    }

    /** What a replay that learns made of the weights in between is taken back as well. */
    private void note(FusionWeights before, Function<Messages, String> name) {
        FusionWeights after = weights.orElseThrow();
        if (!after.equals(before)) {
            undo.made(new UndoStack.Change(this, name, () -> apply(before), () -> apply(after)));
        }
    }

    /** Keeps a member's weight where it is, or lets it go. */
    public void lock(String member, boolean locked) {
        rowOf(member)
                .ifPresent(
                        row -> {
                            row.locked().set(locked);
                            sendLocks.accept(locked());
                        });
    }

    /** Gives all members the same weight; locks are kept but do not hold this back. */
    public void equalise() {
        weights.ifPresent(
                now -> {
                    apply(FusionWeights.uniform(now.members()));
                    note(now, words -> words.get("undo.equal"));
                });
    }

    private void show(FusionWeights shown) {
        if (weights.isEmpty() || !weights.get().members().equals(shown.members())) {
            Map<String, Row> made = new LinkedHashMap<>();
            shown.members().forEach(member -> made.put(member, newRow(member)));
            rows.setAll(made.values());
        }
        weights = Optional.of(shown);
        rows.forEach(row -> row.weight().set(shown.of(row.member())));
    }

    private static Row newRow(String member) {
        return new Row(
                member,
                new SimpleDoubleProperty(),
                new SimpleBooleanProperty(),
                new SimpleStringProperty(""));
    }

    /** Forgets everything, for the next replay. */
    public void clear() {
        rows.clear();
        weights = Optional.empty();
        dragged = Optional.empty();
        undo.forget(this);
    }

    private Optional<Row> rowOf(String member) {
        return rows.stream().filter(row -> row.member().equals(member)).findFirst();
    }

    private Set<String> locked() {
        Set<String> locked = new HashSet<>();
        rows.stream().filter(row -> row.locked().get()).forEach(row -> locked.add(row.member()));
        return locked;
    }

    /** One row a member, in the order of the weights. */
    public ObservableList<Row> rows() {
        return shownRows;
    }

    /** Weights shown now. */
    public Optional<FusionWeights> weights() {
        return weights;
    }

    /** Members that have a row. */
    public List<String> members() {
        return rows.stream().map(Row::member).toList();
    }
}
