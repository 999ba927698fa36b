package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusedRanking;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.RankedItem;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.TargetRank;
import org.amalgam.evaluation.TargetRanks;
import org.amalgam.evaluation.TopK;
import org.amalgam.merchandise.CompiledRules;
import org.amalgam.merchandise.RuledRanking;

/**
 * One step: asks everybody, fuses, takes the top lists; then, when the event is revealed, finds
 * where each ranker had put its item. Candidates are the items that have occurred before. Belongs
 * to the replay thread.
 */
public final class StepScorer {

    /** Length of the lists that are kept and scored. */
    public static final int K = 20;

    /** Time of the members, which answer side by side, and of fusion together. */
    static final String FUSED_STAGE = "fused list";

    private final Ensemble ensemble;
    private final List<FusionGroup> groups;
    private final BitSet candidates;
    private final TargetRanks targetRanks;
    private final TopK topK;
    private final Optional<ShownRanker> ruled;

    /**
     * @param groups fused rankers; the first one is the one shown
     * @param candidates items that may be ranked; the owner adds to it as items occur
     * @param k length of the top lists
     */
    public StepScorer(Ensemble ensemble, List<FusionGroup> groups, BitSet candidates, int k) {
        this(ensemble, groups, candidates, k, Optional.empty());
    }

    /**
     * Likewise, with rules on top of the first group, whose outcome is a ranker of its own.
     *
     * @param rules empty for no such ranker
     */
    StepScorer(
            Ensemble ensemble,
            List<FusionGroup> groups,
            BitSet candidates,
            int k,
            Optional<CompiledRules> rules) {
        this.ensemble = ensemble;
        this.groups = List.copyOf(groups);
        this.candidates = candidates;
        this.targetRanks = new TargetRanks(candidates);
        this.topK = new TopK(k);
        this.ruled = rules.map(compiled -> new ShownRanker(compiled, k));
    }

    /** Everybody's answer before the event is known, timed by this clock. */
    public Answers ask(FeatureWindow window, StageClock clock) {
        return ask(window, window.asOf(), clock);
    }

    /** Likewise, by the rules of another time. */
    Answers ask(FeatureWindow window, Instant rulesOf, StageClock clock) {
        List<MemberOutput> members = ensemble.score(window);
        clock.lap("members");
        clock.add(ensemble.answerNanos());
        List<MemberOutput> all = new ArrayList<>(members);
        groups.forEach(group -> all.add(group.fuse(window, members)));
        clock.lap("fusion");
        clock.sum(FUSED_STAGE, "members", "fusion");
        Map<String, int[]> tops = new LinkedHashMap<>();
        for (MemberOutput output : all) {
            if (output instanceof Scored scored) {
                tops.put(scored.member(), topK.select(scored.scores(), candidates));
            }
        }
        Optional<FusedRanking> shown =
                shown(all.subList(members.size(), all.size()), tops, rulesOf);
        clock.lap("ranking");
        return new Answers(window, all, tops, shown, clock);
    }

    /** The first group's list with what each member added to it. */
    private Optional<FusedRanking> shown(
            List<MemberOutput> fused, Map<String, int[]> tops, Instant rulesOf) {
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        FusionGroup group = groups.get(0);
        if (!(fused.get(0) instanceof Scored scored)) {
            return Optional.empty();
        }
        if (ruled.isPresent()) {
            List<RuledRanking.Place> list = ruled.get().list(rulesOf, scored.scores(), candidates);
            tops.put(ShownRanker.NAME, ShownRanker.items(list));
            return Optional.of(ShownRanker.explained(list, group));
        }
        int[] items = tops.get(group.name());
        List<Map<String, Double>> shares = group.shares(items);
        List<RankedItem> top = new ArrayList<>(items.length);
        for (int place = 0; place < items.length; place++) {
            int item = items[place];
            top.add(new RankedItem(item, scored.scores()[item], shares.get(place)));
        }
        return Optional.of(new FusedRanking(group.name(), top));
    }

    /** What everybody had answered, scored by what came. */
    public ScoredStep reveal(Answers answers, Event event) {
        boolean known = candidates.get(event.item());
        Map<String, TargetRank> ranks = new HashMap<>();
        Map<String, String> abstentions = new HashMap<>();
        for (MemberOutput output : answers.outputs()) {
            if (output instanceof Abstained abstained) {
                abstentions.put(abstained.member(), abstained.reason());
            } else if (known && output instanceof Scored scored) {
                ranks.put(scored.member(), targetRanks.rank(scored.scores(), event.item()));
            }
        }
        List<String> rankers =
                new ArrayList<>(answers.outputs().stream().map(MemberOutput::member).toList());
        if (ruled.isPresent() && !groups.isEmpty()) {
            rankers.add(ShownRanker.NAME);
            revealShown(ruled.get(), event.item(), known, ranks, abstentions);
        }
        answers.clock().lap("scoring");
        StepOutcome outcome =
                new StepOutcome(
                        event,
                        answers.window(),
                        answers.window().session().isEmpty(),
                        known,
                        ranks,
                        abstentions,
                        answers.shown(),
                        weights(),
                        answers.clock().nanos());
        return new ScoredStep(outcome, rankers, answers.tops());
    }

    private void revealShown(
            ShownRanker shown,
            int target,
            boolean known,
            Map<String, TargetRank> ranks,
            Map<String, String> abstentions) {
        String reason = abstentions.get(groups.get(0).name());
        if (reason != null) {
            abstentions.put(ShownRanker.NAME, reason);
        } else if (known) {
            shown.rank(target).ifPresent(rank -> ranks.put(ShownRanker.NAME, rank));
        }
    }

    /**
     * Lets all fusion weights learn from a scored step; a target nobody could know teaches nothing.
     *
     * @param haste how many times as fast as usual
     */
    public void learnWeights(ScoredStep step, double haste) {
        if (step.outcome().targetKnown()) {
            groups.forEach(group -> group.learn(step.outcome().ranks(), haste));
        }
    }

    /** Weights of the ranker that is shown. */
    public FusionWeights weights() {
        return groups.isEmpty()
                ? FusionWeights.of(Map.of("none", 1.0))
                : groups.get(0).learner().weights();
    }

    /**
     * Answers of one step.
     *
     * @param outputs of members, baselines and fused rankers
     * @param shown the shown ranker's top 20 with shares
     */
    public record Answers(
            FeatureWindow window,
            List<MemberOutput> outputs,
            Map<String, int[]> tops,
            Optional<FusedRanking> shown,
            StageClock clock) {}
}
