package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Explanation;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.RankedItem;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.RecommendRequest;
import org.amalgam.pipeline.Recommendation;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.telemetry.LatencyRecorder;

/** One list for one user, as the ensemble would show it after the last event of the store. */
public final class Recommender {

    private static final int CONTEXT_SHOWN = 10;

    private final EventSource source;
    private final MemberSupply supply;
    private final SessionSettings sessions;
    private final FusionSettings fusion;
    private final ImputedAttributes imputed;
    private final RuleBook rules;
    private final Instant now;

    /**
     * @param imputed guesses at attributes, which explanations may name
     * @param rules that act on the list
     * @param now the time that the rules are of: that of the last event
     */
    public Recommender(
            EventSource source,
            MemberSupply supply,
            SessionSettings sessions,
            FusionSettings fusion,
            ImputedAttributes imputed,
            RuleBook rules,
            Instant now) {
        this.source = source;
        this.supply = supply;
        this.sessions = sessions;
        this.fusion = fusion;
        this.imputed = imputed;
        this.rules = rules;
        this.now = now;
    }

    /**
     * Answers one request.
     *
     * @param names members that take part
     * @param from until when the members are trained; what came later they learn before answering
     * @param user number of the user asked for; empty when items are given
     */
    public Recommendation recommend(
            RecommendRequest request,
            List<String> names,
            Instant from,
            Optional<Integer> user,
            TaskMonitor monitor) {
        TrainedMembers members =
                supply.supply(names, from, request.seed(), FusionRequest.by("hedge"), monitor);
        ReplayRequest asked =
                ReplayRequest.atFullSpeed(names, FusionRequest.by("hedge"), false, request.seed());
        ReplaySetup.Lineup lineup = members.lineup(asked, fusion, MemberHost.MORE_THAN_ENOUGH);
        try (Ensemble ensemble = lineup.ensemble()) {
            ReplayState state =
                    new ReplayState(
                            new ReplaySetup(
                                            source,
                                            new ReplaySetup.Span(
                                                    members.trainedUntil(),
                                                    EventSource.END,
                                                    EventSource.END),
                                            asked,
                                            sessions,
                                            lineup,
                                            List.of())
                                    .with(rules),
                            new LatencyRecorder(1));
            state.catchUp(true);
            FeatureWindow window = user.map(state::now).orElseGet(() -> windowOf(request.items()));
            StepScorer.Answers answers = state.ask(window, now, request.k());
            List<RankedItem> top = answers.shown().map(shown -> shown.top()).orElse(List.of());
            return list(
                    window,
                    top,
                    explain(ensemble, state.groups(), window, top, request.explained()));
        }
    }

    private FeatureWindow windowOf(List<String> ids) {
        Catalogue catalogue = source.catalogue();
        int[] items = ids.stream().mapToInt(id -> find(catalogue, id).index()).toArray();
        return new FeatureWindow(
                0, EventSource.END, ItemSequence.ofViews(items), ItemSequence.empty());
    }

    private static Item find(Catalogue catalogue, String id) {
        return catalogue
                .find(id)
                .orElseThrow(
                        () ->
                                new UnusableInput(
                                        "--items: the store has no item '"
                                                + id
                                                + "'; 'amalgam profile' lists the most seen ones"));
    }

    /** Explanations of the first places, the first group's, which is the one shown. */
    private List<Explanation> explain(
            Ensemble ensemble,
            List<FusionGroup> groups,
            FeatureWindow window,
            List<RankedItem> top,
            int explained) {
        int[] items = top.stream().limit(explained).mapToInt(RankedItem::item).toArray();
        return items.length == 0
                ? List.of()
                : new Explainer(ensemble, groups.get(0), source.catalogue(), imputed)
                        .explain(window, items);
    }

    private Recommendation list(
            FeatureWindow window, List<RankedItem> top, List<Explanation> explanations) {
        Catalogue catalogue = source.catalogue();
        ItemSequence context = window.context().tail(CONTEXT_SHOWN);
        List<Item> because =
                IntStream.range(0, context.length())
                        .mapToObj(i -> catalogue.item(context.item(i)))
                        .toList();
        List<Recommendation.Entry> list = new ArrayList<>();
        for (RankedItem place : top) {
            int index = list.size();
            list.add(
                    new Recommendation.Entry(
                            index + 1,
                            catalogue.item(place.item()),
                            place.score(),
                            place.shares(),
                            explanations.stream()
                                    .skip(index)
                                    .findFirst()
                                    .map(why -> withRules(why, place))));
        }
        return new Recommendation(because, list);
    }

    /** Rules move whole items, so what carried the fused score is as it was. */
    private static Explanation withRules(Explanation why, RankedItem place) {
        return new Explanation(
                why.item(), place.score(), place.shares(), why.carriedBy(), why.overlaps());
    }
}
