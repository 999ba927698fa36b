package org.amalgam.pipeline.engine;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.TargetRanks;
import org.amalgam.feature.WindowTracker;
import org.amalgam.pipeline.ReplayRequest;

/**
 * The latest cases of a source, and the fused scores that stored members give in them. Keeps the
 * scores of the first pass where they take no more than {@value #MOST_KEPT} floats, so that a
 * second one need not ask the members. One thread makes all calls.
 */
public final class RecentCases {

    /** 64 MB. */
    private static final long MOST_KEPT = 16L << 20;

    private static final int TOLD_EVERY = 20;

    private final int catalogue;
    private final List<Case> cases;
    private final int[] items;
    private final List<float[]> kept = new ArrayList<>();

    /**
     * A case.
     *
     * @param known how many items had occurred before it
     */
    private record Case(FeatureWindow window, Event event, int known) {}

    /** Looks at the fused scores of one case. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Looks at one case.
         *
         * @param candidates items that had occurred before
         * @param fused by item; valid during the call
         */
        void visit(Event event, BitSet candidates, float[] fused);
    }

    private RecentCases(int catalogue, List<Case> cases, int[] items) {
        this.catalogue = catalogue;
        this.cases = cases;
        this.items = items;
    }

    /**
     * Finds the latest cases.
     *
     * @param from none is earlier
     * @param most that are wanted
     */
    public static RecentCases of(
            EventSource source, SessionSettings sessions, Instant from, int most) {
        WindowTracker tracker = new WindowTracker(sessions);
        BitSet seen = new BitSet();
        IntArrayList order = new IntArrayList();
        Deque<Case> latest = new ArrayDeque<>();
        try (EventSource.Cursor events = source.open(EventSource.BEGINNING, EventSource.END)) {
            events.forEachRemaining(
                    event -> {
                        FeatureWindow window = tracker.before(event);
                        if (!event.time().isBefore(from) && !window.session().isEmpty()) {
                            latest.add(new Case(window, event, order.size()));
                            if (latest.size() > most) {
                                latest.remove();
                            }
                        }
                        tracker.append(event);
                        if (!seen.get(event.item())) {
                            seen.set(event.item());
                            order.add(event.item());
                        }
                    });
        }
        return new RecentCases(
                source.catalogue().size(), new ArrayList<>(latest), order.toIntArray());
    }

    public int size() {
        return cases.size();
    }

    /** How many items had occurred by the last of them. */
    public int itemsKnown() {
        return cases.isEmpty() ? 0 : cases.get(cases.size() - 1).known();
    }

    /** Whether members need not be asked any more. */
    public boolean scored() {
        return !cases.isEmpty() && kept.size() == cases.size();
    }

    /** Goes through the cases again by the scores that were kept. */
    public void visit(Visitor visitor) {
        BitSet candidates = new BitSet();
        int known = 0;
        for (int i = 0; i < cases.size(); i++) {
            known = admit(candidates, known, cases.get(i));
            visitor.visit(cases.get(i).event(), candidates, kept.get(i));
        }
    }

    private int admit(BitSet candidates, int known, Case one) {
        for (int i = known; i < one.known(); i++) {
            candidates.set(items[i]);
        }
        return one.known();
    }

    /**
     * Asks the members in every case.
     *
     * @param members as they are stored
     * @param request how they are fused
     */
    public void ask(
            TrainedMembers members,
            ReplayRequest request,
            FusionSettings fusion,
            Visitor visitor,
            TaskMonitor monitor) {
        kept.clear();
        ReplaySetup.Lineup lineup = members.lineup(request, fusion, MemberHost.MORE_THAN_ENOUGH);
        try (Ensemble all = lineup.ensemble()) {
            FusionGroup group = lineup.groups().get().get(0);
            ask(all.only(group.members()), group, visitor, monitor);
        }
    }

    private void ask(Ensemble members, FusionGroup group, Visitor visitor, TaskMonitor monitor) {
        BitSet candidates = new BitSet();
        TargetRanks ranks = new TargetRanks(candidates);
        float[] nothing = new float[catalogue];
        int known = 0;
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            known = admit(candidates, known, one);
            List<MemberOutput> outputs = members.score(one.window());
            MemberOutput answer = group.fuse(one.window(), outputs);
            float[] fused = answer instanceof Scored scored ? scored.scores() : nothing;
            visitor.visit(one.event(), candidates, fused);
            keep(fused);
            learn(group, outputs, ranks, candidates, one.event());
            if (i % TOLD_EVERY == 0) {
                monitor.checkCancelled();
                monitor.progress("latest cases", i, cases.size());
            }
        }
        monitor.progress("latest cases", cases.size(), cases.size());
    }

    private void keep(float[] fused) {
        if ((long) cases.size() * fused.length <= MOST_KEPT) {
            kept.add(fused.clone());
        }
    }

    private static void learn(
            FusionGroup group,
            List<MemberOutput> outputs,
            TargetRanks ranks,
            BitSet candidates,
            Event event) {
        if (!candidates.get(event.item())) {
            return;
        }
        Map<String, TargetRank> found = new HashMap<>();
        for (MemberOutput output : outputs) {
            if (output instanceof Scored scored) {
                found.put(scored.member(), ranks.rank(scored.scores(), event.item()));
            }
        }
        group.learn(found, 1);
    }
}
