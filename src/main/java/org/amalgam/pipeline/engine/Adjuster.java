package org.amalgam.pipeline.engine;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.config.AdjustmentSettings;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.Adjustment.Cause;
import org.amalgam.domain.Adjustment.Change;
import org.amalgam.domain.Adjustment.Kind;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.TargetRank;

/**
 * Watches the hits of the ranker that is shown and of its members, and lets a replay learn faster
 * for a while when they become fewer. Detectors count scored cases: events that are not the first
 * of their session, whatever time lies between them. Belongs to the thread that replays.
 *
 * <ul>
 *   <li>When the shown ranker's hit rate falls, all fusion weights forget and learn faster, all
 *       members fine-tune faster, and sliding figures go on from what came after the fall.
 *   <li>When one member's falls, that member fine-tunes faster.
 *   <li>A rise is noted and nothing else.
 * </ul>
 */
final class Adjuster implements StepListener, LearningPace {

    private final AdjustmentSettings settings;
    private final ReplaySetup setup;
    private final List<FusionGroup> groups;
    private final LiveView view;
    private final Map<String, HitWatch> watches = new LinkedHashMap<>();
    private final Map<String, Haste> members = new LinkedHashMap<>();
    private final Haste fusion;
    private final List<Adjustment> made = new ArrayList<>();
    private long step;

    /**
     * Nothing adjusted yet.
     *
     * @param groups fused rankers, the shown one first; others may be added later
     * @param view hears of a step before this does
     */
    Adjuster(
            AdjustmentSettings settings,
            ReplaySetup setup,
            List<FusionGroup> groups,
            LiveView view) {
        this.settings = settings;
        this.setup = setup;
        this.groups = groups;
        this.view = view;
        this.fusion = new Haste(settings.fusionRate(), settings.cases());
        if (groups.isEmpty()) {
            return;
        }
        watches.put(groups.get(0).name(), new HitWatch(settings));
        for (MemberHost host : setup.ensemble().hosts()) {
            if (host.kind() == RankerKind.MEMBER || groups.get(0).members().contains(host.name())) {
                watches.put(host.name(), new HitWatch(settings));
            }
            if (host.member().hastens()) {
                members.put(host.name(), new Haste(settings.memberRate(), settings.cases()));
            }
        }
    }

    @Override
    public double fusion() {
        return fusion.now();
    }

    @Override
    public double member(String name) {
        Haste haste = members.get(name);
        return haste == null ? 1 : haste.now();
    }

    /** What was adjusted so far, oldest first. */
    List<Adjustment> made() {
        return made;
    }

    @Override
    public void scored(ScoredStep scored) {
        step++;
        StepOutcome outcome = scored.outcome();
        if (outcome.opensSession()) {
            return;
        }
        fusion.pass();
        members.values().forEach(Haste::pass);
        watches.forEach(
                (ranker, watch) ->
                        watch.add(isHit(outcome, ranker))
                                .ifPresent(cause -> adjust(outcome, ranker, cause)));
    }

    /** A ranker that abstained had no hit. */
    private static boolean isHit(StepOutcome outcome, String ranker) {
        TargetRank rank = outcome.ranks().get(ranker);
        return rank != null && rank.meanRank() <= StepScorer.K;
    }

    private void adjust(StepOutcome outcome, String ranker, Cause cause) {
        List<Change> changes = new ArrayList<>();
        boolean shown = ranker.equals(groups.get(0).name());
        if (cause.isFall() && setup.request().learn()) {
            if (shown) {
                hastenAll(changes);
            } else {
                hasten(ranker, changes);
            }
        }
        if (cause.isFall() && shown) {
            long kept = Math.max(settings.leastWindow(), cause.cases());
            view.keepLatest(kept);
            changes.add(new Change(Kind.WINDOWS, kept));
        }
        made.add(new Adjustment(step, outcome.event().time(), ranker, cause, changes));
    }

    private void hastenAll(List<Change> changes) {
        if (groups.stream().anyMatch(group -> group.learner().learns())) {
            fusion.begin();
            groups.forEach(group -> group.learner().forget(settings.evenShare()));
            changes.add(new Change(Kind.FUSION_RATE, settings.fusionRate()));
            changes.add(new Change(Kind.EVEN_WEIGHTS, settings.evenShare()));
        }
        if (!members.isEmpty()) {
            members.values().forEach(Haste::begin);
            changes.add(new Change(Kind.MEMBER_RATES, settings.memberRate()));
        }
    }

    private void hasten(String member, List<Change> changes) {
        Optional.ofNullable(members.get(member))
                .ifPresent(
                        haste -> {
                            haste.begin();
                            changes.add(new Change(Kind.MEMBER_RATE, settings.memberRate()));
                        });
    }

    /** Writes all that further adjustments depend on, and what was adjusted so far. */
    void writeState(DataOutput out) throws IOException {
        out.writeInt(fusion.left());
        for (Haste haste : members.values()) {
            out.writeInt(haste.left());
        }
        for (HitWatch watch : watches.values()) {
            watch.writeState(out);
        }
        for (Adjustment adjustment : made) {
            out.writeUTF(adjustment.toString());
        }
    }
}
