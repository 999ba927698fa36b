package org.amalgam.ui.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.State;
import org.amalgam.pipeline.ReplaySession;

/**
 * Going on with other weights beside how it would have gone on, and how the two compare. For the
 * screens' thread; call {@link #onPulse} once a pulse.
 */
public final class BranchViewModel {

    /** Name of the ranker that goes on as it was. */
    static final String ORIGINAL = "original";

    /**
     * Intervals cost the replay time, so it is asked again after so many more cases, as a share.
     */
    private static final double MORE = 0.1;

    private static final long FEWEST = 20;

    /**
     * The branch that the replay is on.
     *
     * @param since steps replayed before it
     * @param comparisons the branch against the original, by metric; none at first
     */
    public record Branch(long since, List<Comparison> comparisons) {

        public Branch {
            comparisons = List.copyOf(comparisons);
        }
    }

    private final Supplier<Optional<ReplaySession>> session;
    private final Supplier<Optional<FusionWeights>> chosen;
    private final ReadOnlyObjectWrapper<Optional<Branch>> branch =
            new ReadOnlyObjectWrapper<>(this, "branch", Optional.empty());
    private Optional<CompletableFuture<List<Comparison>>> asked = Optional.empty();
    private Optional<FusionWeights> arrivedWith = Optional.empty();
    private long step = -1;
    private long askedAt = -1;

    /**
     * @param session the replay under way
     * @param chosen weights as the sliders show them
     */
    BranchViewModel(
            Supplier<Optional<ReplaySession>> session, Supplier<Optional<FusionWeights>> chosen) {
        this.session = session;
        this.chosen = chosen;
    }

    /**
     * Goes on with the sliders' weights, and beside with those with which the replay came to this
     * step: what was moved here by hand is the branch's alone.
     */
    public void branch() {
        session.get()
                .ifPresent(
                        open ->
                                chosen.get()
                                        .ifPresent(
                                                weights -> {
                                                    FusionWeights before =
                                                            arrivedWith.orElse(weights);
                                                    if (!before.equals(weights)) {
                                                        open.weights(before);
                                                    }
                                                    open.branch(weights);
                                                    arrivedWith = Optional.of(weights);
                                                    branch.set(Optional.empty());
                                                    askedAt = -1;
                                                }));
    }

    /** Takes what a snapshot tells. */
    void follow(LiveSnapshot snapshot) {
        if (snapshot.step() != step) {
            step = snapshot.step();
            arrivedWith = Optional.of(snapshot.weights());
        }
        boolean branched =
                snapshot.quality().stream().anyMatch(one -> one.ranker().equals(ORIGINAL));
        if (!branched) {
            branch.set(Optional.empty());
            askedAt = -1;
            return;
        }
        if (branch.get().isEmpty()) {
            branch.set(Optional.of(new Branch(step, List.of())));
        }
        if (asked.isEmpty() && isDue(snapshot)) {
            askedAt = step;
            asked = session.get().map(ReplaySession::branchComparisons);
        }
    }

    private boolean isDue(LiveSnapshot snapshot) {
        long cases = step - branch.get().map(Branch::since).orElse(step);
        boolean still = snapshot.state() != State.RUNNING;
        long more = Math.max(FEWEST, Math.round(MORE * cases));
        return cases > 0 && (still ? step != askedAt : Math.abs(step - askedAt) >= more);
    }

    /** Takes the answer when it is there. */
    void onPulse() {
        asked.filter(CompletableFuture::isDone)
                .ifPresent(
                        answer -> {
                            asked = Optional.empty();
                            // An order that was refused is given again when more cases have come.
                            if (!answer.isCompletedExceptionally()) {
                                take(answer.join());
                            }
                        });
    }

    private void take(List<Comparison> comparisons) {
        branch.set(branch.get().map(now -> new Branch(now.since(), comparisons)));
    }

    /** Forgets everything, for the next replay. */
    void clear() {
        asked = Optional.empty();
        arrivedWith = Optional.empty();
        branch.set(Optional.empty());
        step = -1;
        askedAt = -1;
    }

    /** The branch; empty while there is none. */
    public ReadOnlyObjectProperty<Optional<Branch>> branchProperty() {
        return branch.getReadOnlyProperty();
    }
}
