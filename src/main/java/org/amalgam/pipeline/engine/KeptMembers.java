package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.Explanation;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankedItem;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.FusedRanker;
import org.amalgam.feature.WindowTracker;
import org.amalgam.fusion.FusionMethod;
import org.amalgam.merchandise.CompiledRules;
import org.amalgam.pipeline.FusionRequest;

/**
 * Members that are loaded once, have caught up with the store, and then answer for any history.
 * While catching up, members that count learn from every event, networks from none, for they would
 * take minutes; over the latest events Hedge learns how to weigh them all. Not thread-safe: the
 * owner makes one call at a time.
 */
public final class KeptMembers implements AutoCloseable {

    /** How many of the latest events Hedge learns from. */
    private static final int WEIGHED = 500;

    private static final int PROGRESS_EVERY = 256;

    /** What is fused beside the members while no network is trained. */
    private static final Set<String> STAND_INS = Set.of("markov", "rules", "itemknn", "vsknn");

    private static final String RANKER = "fused";

    private final Ensemble ensemble;
    private final Instant trainedUntil;
    private final SessionSettings sessions;
    private final FusionSettings fusion;
    private final Catalogue catalogue;
    private final ImputedAttributes imputed;
    private final long[] firstSeen;
    private FusionWeights learned;

    /** Time of the last event. */
    private Instant latest = Instant.EPOCH;

    private KeptMembers(
            TrainedMembers supply,
            Catalogue catalogue,
            SessionSettings sessions,
            FusionSettings fusion,
            ImputedAttributes imputed) {
        this.ensemble = Ensemble.of(supply.members(), catalogue.size(), false);
        this.trainedUntil = supply.trainedUntil();
        this.sessions = sessions;
        this.fusion = fusion;
        this.catalogue = catalogue;
        this.imputed = imputed;
        this.firstSeen = new long[catalogue.size()];
        this.learned = FusionWeights.uniform(usuallyFused());
        Arrays.fill(firstSeen, Long.MAX_VALUE);
    }

    /**
     * Takes over trained members, which are closed with this, or at once when it fails.
     *
     * @param source all events there are
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static KeptMembers of(
            TrainedMembers supply,
            EventSource source,
            SessionSettings sessions,
            FusionSettings fusion,
            ImputedAttributes imputed,
            TaskMonitor monitor) {
        KeptMembers members =
                new KeptMembers(supply, source.catalogue(), sessions, fusion, imputed);
        boolean whole = false;
        try {
            members.catchUp(source, monitor);
            whole = true;
            return members;
        } finally {
            if (!whole) {
                members.close();
            }
        }
    }

    /**
     * The best places.
     *
     * @param explanations of the first places, in their order; none when nobody had an answer
     */
    public record Answer(List<RankedItem> top, List<Explanation> explanations) {}

    private Set<String> usuallyFused() {
        Set<String> fused = new LinkedHashSet<>(ensemble.names(RankerKind.MEMBER));
        if (fused.stream().noneMatch(FusionGroups.networks()::contains)) {
            ensemble.names(RankerKind.BASELINE).stream()
                    .filter(STAND_INS::contains)
                    .forEach(fused::add);
        }
        return fused;
    }

    private void catchUp(EventSource source, TaskMonitor monitor) {
        WindowTracker tracker = new WindowTracker(sessions);
        try (EventSource.Cursor past = source.open(EventSource.BEGINNING, trainedUntil)) {
            past.forEachRemaining(event -> follow(event, tracker));
        }
        long total = source.count(trainedUntil, EventSource.END);
        FusionGroup weighing = group("hedge", learned);
        BitSet candidates = candidates(EventSource.END);
        StepScorer scorer = new StepScorer(ensemble, List.of(weighing), candidates, StepScorer.K);
        try (EventSource.Cursor since = source.open(trainedUntil, EventSource.END)) {
            for (long done = 0; since.hasNext(); done++) {
                if (done % PROGRESS_EVERY == 0) {
                    monitor.checkCancelled();
                    monitor.progress("catching up", done, total);
                }
                Event event = since.next();
                FeatureWindow window = tracker.before(event);
                if (done >= total - WEIGHED) {
                    scorer.learnWeights(
                            scorer.reveal(scorer.ask(window, new StageClock()), event), 1);
                }
                counting().forEach(host -> host.learn(new Observation(window, event)));
                follow(event, tracker);
                candidates.set(event.item());
            }
        }
        ensemble.flush();
        learned = weighing.learner().weights();
    }

    private List<MemberHost> counting() {
        return ensemble.hosts().stream().filter(host -> !host.member().learnsAside()).toList();
    }

    private void follow(Event event, WindowTracker tracker) {
        tracker.append(event);
        latest = event.time();
        long millis = event.time().toEpochMilli();
        firstSeen[event.item()] = Math.min(firstSeen[event.item()], millis);
    }

    private BitSet candidates(Instant asOf) {
        BitSet candidates = new BitSet(firstSeen.length);
        long last = asOf.equals(EventSource.END) ? Long.MAX_VALUE - 1 : asOf.toEpochMilli();
        for (int item = 0; item < firstSeen.length; item++) {
            candidates.set(item, firstSeen[item] <= last);
        }
        return candidates;
    }

    private FusionGroup group(String method, FusionWeights weights) {
        Set<String> fused =
                weights.asMap().entrySet().stream()
                        .filter(weight -> weight.getValue() > 0)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!names().containsAll(fused)) {
            throw new IllegalArgumentException(fused + " of " + names());
        }
        FusionRequest request = new FusionRequest(method, weights.asMap(), Set.of());
        FusionMethod made =
                FusionGroups.method(
                        request, fused, fusion, Optional.empty(), new int[firstSeen.length]);
        FusedRanker ranker =
                new FusedRanker(RANKER, List.copyOf(fused), made.fuser(), made.learner());
        return new FusionGroup(ranker, firstSeen.length);
    }

    /**
     * The list for a user who did all this; teaches nobody anything.
     *
     * @param history in order of time; empty for someone of whom nothing is known
     * @param asOf items that first occurred later are left out
     * @param method one that needs no recipe
     * @param weights members without weight are not asked
     * @param rules that act on the list, as of {@code asOf}
     * @throws IllegalArgumentException if a member with weight is not one of these
     */
    public Answer ask(
            List<Event> history,
            Instant asOf,
            String method,
            FusionWeights weights,
            RuleBook rules,
            int k,
            int explained) {
        FusionGroup group = group(method, weights);
        FeatureWindow window = window(history, asOf);
        Optional<CompiledRules> acting =
                rules.acts() ? Optional.of(new CompiledRules(rules, catalogue)) : Optional.empty();
        List<RankedItem> top =
                new StepScorer(
                                ensemble.only(group.members()),
                                List.of(group),
                                candidates(asOf),
                                k,
                                acting)
                        .ask(window, asOf.equals(EventSource.END) ? latest : asOf, new StageClock())
                        .shown()
                        .map(shown -> shown.top())
                        .orElse(List.of());
        int[] items = top.stream().limit(explained).mapToInt(RankedItem::item).toArray();
        return new Answer(
                top,
                items.length == 0
                        ? List.of()
                        : new Explainer(ensemble, group, catalogue, imputed)
                                .explain(window, items));
    }

    private FeatureWindow window(List<Event> history, Instant asOf) {
        WindowTracker tracker = new WindowTracker(sessions);
        history.forEach(tracker::append);
        return history.isEmpty()
                ? new FeatureWindow(0, asOf, ItemSequence.empty(), ItemSequence.empty())
                : tracker.now(history.get(0).user());
    }

    /** Members and baselines, in the order of reports. */
    public List<String> names() {
        return ensemble.hosts().stream().map(MemberHost::name).toList();
    }

    public Instant trainedUntil() {
        return trainedUntil;
    }

    /** Weights that Hedge learned of those usually fused; equal ones when nothing came. */
    public FusionWeights learned() {
        return learned;
    }

    @Override
    public void close() {
        ensemble.close();
    }
}
