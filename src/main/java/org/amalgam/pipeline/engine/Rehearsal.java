package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.HeldOut;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Observation;
import org.amalgam.domain.Session;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.OfflineProtocol;
import org.amalgam.fusion.CaseLabel;
import org.amalgam.fusion.KeptCases;
import org.amalgam.fusion.KeptCasesBuilder;

/**
 * Held-out sessions played to members as a replay would: step after step in order of time, each
 * predicted and then learned from. Fusion that is to be used in a replay learns from these answers,
 * for a member that learns from every event is worth more there than one that stands still.
 */
final class Rehearsal {

    private static final int PROGRESS_EVERY = 256;

    private final Holdout holdout;
    private final List<Step> steps;
    private final BitSet seen;

    /** One step of a held-out session. */
    private record Step(HeldOut held, int group, int index, Instant time) {

        boolean isCase() {
            return index >= held.firstTarget();
        }

        int item() {
            return held.session().steps().item(index);
        }

        /** What is known of the shopper just before it. */
        FeatureWindow window() {
            Session session = held.session();
            return new FeatureWindow(
                    session.user(),
                    time,
                    session.steps().prefix(index),
                    ItemSequence.empty(),
                    index == 0 ? Optional.empty() : Optional.of(session.timeOf(index - 1)));
        }

        Observation observation(long number) {
            Session session = held.session();
            return new Observation(
                    window(),
                    new Event(number, session.user(), item(), session.steps().action(index), time));
        }
    }

    Rehearsal(Holdout holdout) {
        this.holdout = holdout;
        this.steps = steps(holdout.late());
        this.seen = OfflineProtocol.candidates(holdout.early());
    }

    /** In order of time; of a session that only goes on, the new steps alone. */
    private static List<Step> steps(List<HeldOut> late) {
        List<Step> steps = new ArrayList<>();
        for (int group = 0; group < late.size(); group++) {
            HeldOut held = late.get(group);
            int first = held.firstTarget() == 1 ? 0 : held.firstTarget();
            for (int index = first; index < held.session().steps().length(); index++) {
                steps.add(new Step(held, group, index, held.session().timeOf(index)));
            }
        }
        steps.sort(Comparator.comparing(Step::time));
        return steps;
    }

    /**
     * Plays all steps and keeps the answers to some of them, at equal distances. Targets that have
     * not occurred by then are left out. The members have learned from the steps afterwards.
     *
     * @param members as they are after choosing on this holdout
     * @param most how many answers are kept
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    KeptCases keep(List<EnsembleMember> members, int most, TaskMonitor monitor) {
        int items = holdout.early().itemCount();
        KeptCasesBuilder builder =
                new KeptCasesBuilder(
                        members.stream().map(EnsembleMember::name).toList(),
                        holdout.early().itemCounts(),
                        seen,
                        KeptCases.DEFAULT_TOP);
        double stride = Math.max(1, steps.stream().filter(Step::isCase).count() / (double) most);
        Ensemble ensemble = Ensemble.of(members, items, false);
        try {
            int cases = 0;
            double next = 0;
            for (int number = 0; number < steps.size(); number++) {
                if (number % PROGRESS_EVERY == 0) {
                    monitor.checkCancelled();
                    monitor.progress("rehearsing for fusion", number, steps.size());
                }
                Step step = steps.get(number);
                Observation observation = step.observation(number);
                if (step.isCase() && cases++ >= next) {
                    next += stride;
                    ask(ensemble, step, observation, builder);
                }
                ensemble.learn(observation);
                seen.set(step.item());
            }
            return builder.build();
        } finally {
            ensemble.release();
        }
    }

    private void ask(
            Ensemble ensemble, Step step, Observation observation, KeptCasesBuilder builder) {
        if (seen.get(step.item())) {
            String id = Long.toString(observation.revealed().number());
            builder.add(
                    new CaseLabel(id, step.group(), step.item(), true),
                    observation.window(),
                    ensemble.score(observation.window()));
        }
    }
}
