package org.amalgam.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.Members;
import org.amalgam.model.network.Judgement;
import org.amalgam.model.network.NetworkMember;
import org.amalgam.pipeline.TuningReport.Figures;

/** The search for one network's settings. Use once. */
final class NetworkTuning {

    /** Candidates a round; with a third kept twice, one is left for the last. */
    static final int ROUND = 9;

    private final String member;
    private final long seed;
    private final Holdout holdout;
    private final TrialTable trials;
    private final Budget budget;
    private final TaskMonitor monitor;
    private final List<NetworkSettings> shipped;
    private final SuccessiveHalving<NetworkSettings> halving;
    private final Map<NetworkSettings, Figures> figures = new HashMap<>();
    private final long start;
    private int made;

    NetworkTuning(
            String member,
            long seed,
            Holdout holdout,
            TrialTable trials,
            Budget budget,
            TaskMonitor monitor) {
        this.member = member;
        this.seed = seed;
        this.holdout = holdout;
        this.trials = trials;
        this.budget = budget;
        this.monitor = monitor;
        this.shipped = Members.shippedSettings().recipes(member).all();
        int epochs = shipped.stream().mapToInt(NetworkSettings::epochs).max().orElseThrow();
        this.halving = new SuccessiveHalving<>(epochs, this::trial, budget::left);
        this.start = budget.usedNanos();
    }

    /** Goes on until the budget is used up. */
    void search() {
        NetworkSpace space = new NetworkSpace(shipped, seed);
        halving.round(shipped, space.draw(ROUND - shipped.size()));
        while (budget.left()) {
            halving.round(List.of(), space.draw(ROUND));
        }
    }

    private double trial(NetworkSettings candidate, int epochs) {
        monitor.checkCancelled();
        made++;
        int allowed = Math.min(epochs, candidate.epochs());
        long from = budget.usedNanos();
        try {
            Judgement judged = judge(candidate.withEpochs(allowed));
            Figures reached =
                    new Figures(
                            allowed,
                            judged.epochs(),
                            judged.cases(),
                            judged.hitRate(),
                            judged.reciprocalRank());
            trials.add(member, made, candidate, reached, secondsSince(from));
            figures.merge(candidate, reached, (a, b) -> b.mean() > a.mean() ? b : a);
            return reached.mean();
        } catch (CancellationException e) {
            throw e;
        } catch (IllegalStateException e) {
            // The learning rate was too high for it: that is an answer, too.
            String why = String.valueOf(e.getMessage());
            trials.addFailed(member, made, candidate, allowed, secondsSince(from), why);
            return Double.NEGATIVE_INFINITY;
        }
    }

    private Judgement judge(NetworkSettings settings) {
        try (NetworkMember network =
                (NetworkMember)
                        Members.create(
                                member, seed, Members.shippedSettings().with(member, settings))) {
            network.choose(holdout, new TrialMonitor());
            return network.judgement().orElseThrow();
        }
    }

    private double secondsSince(long usedNanos) {
        return (budget.usedNanos() - usedNanos) / 1e9;
    }

    /** The best settings. */
    NetworkSettings best() {
        return halving.best()
                .orElseThrow(
                        () -> new IllegalStateException("every trial of " + member + " failed"))
                .candidate();
    }

    /** What is to be said of them. */
    TuningReport.Winner winner() {
        NetworkSettings best = best();
        List<Figures> ofShipped = new ArrayList<>();
        shipped.forEach(s -> Optional.ofNullable(figures.get(s)).ifPresent(ofShipped::add));
        return new TuningReport.Winner(
                member,
                made,
                secondsSince(start),
                shipped.contains(best),
                figures.get(best),
                ofShipped.stream()
                        .reduce((a, b) -> b.mean() > a.mean() ? b : a)
                        .orElse(figures.get(best)));
    }

    /** Shows the trial's own progress as text, and the budget's as the bar. */
    private final class TrialMonitor implements TaskMonitor {

        @Override
        public void progress(String what, long done, long total) {
            String best =
                    halving.best()
                            .map(b -> String.format(", best so far %.4f", b.score()))
                            .orElse("");
            long all = Math.max(2, budget.nanos() / 1_000_000);
            long used = Math.min(all - 1, budget.usedNanos() / 1_000_000);
            monitor.progress("trial " + made + ", " + what + best, used, all);
        }

        @Override
        public boolean cancelled() {
            return monitor.cancelled();
        }
    }
}
