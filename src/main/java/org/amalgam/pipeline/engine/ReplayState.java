package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.amalgam.config.AdjustmentSettings;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.feature.ForesightTracker;
import org.amalgam.feature.WindowTracker;
import org.amalgam.merchandise.CompiledRules;
import org.amalgam.telemetry.LatencyRecorder;

/**
 * All that a replay changes but its members: what is known of the shoppers, the fusion weights, and
 * what was measured. Can be told again from the first event on. Belongs to the thread that replays.
 */
public final class ReplayState {

    private final ReplaySetup setup;
    private final LatencyRecorder latency;
    private final int items;
    private final WindowTracker tracker;
    private final BitSet seenItems = new BitSet();
    private final LiveView view;
    private final QualityRecorder quality;
    private final ExposureRecorder exposure;
    private final List<StepListener> records = new ArrayList<>();
    private final List<FusionGroup> groups;
    private final Optional<Adjuster> adjuster;
    private Set<String> locked = Set.of();
    private Optional<Branch> branch = Optional.empty();
    private Optional<CompiledRules> rules;
    private StepScorer scorer;
    private ReplayLoop loop;

    /** As before the first event: everybody followed up to the end of training. */
    ReplayState(ReplaySetup setup, LatencyRecorder latency) {
        this.setup = setup;
        this.latency = latency;
        this.items = setup.source().catalogue().size();
        this.tracker = new WindowTracker(setup.sessions());
        this.groups = new ArrayList<>(setup.lineup().groups().get());
        this.rules = setup.rules().acts() ? Optional.of(compiled(setup.rules())) : Optional.empty();
        Map<String, RankerKind> rankers = Rankers.of(setup.ensemble(), groups, rules.isPresent());
        this.view = new LiveView(rankers, setup.source()::userId, latency);
        Map<String, RankerKind> reported = new LinkedHashMap<>(rankers);
        setup.oracle().ifPresent(any -> reported.put(Oracle.NAME, RankerKind.BASELINE));
        this.quality =
                new QualityRecorder(
                        reported, lookBack(), setup.oracle().flatMap(Oracle::seasonTurn));
        this.exposure = new ExposureRecorder(setup.span(), items);
        records.add(view);
        records.add(exposure);
        records.add(step -> quality.scored(setup.oracle().map(o -> o.with(step)).orElse(step)));
        this.adjuster =
                setup.request().adjust()
                        ? Optional.of(
                                new Adjuster(AdjustmentSettings.defaults(), setup, groups, view))
                        : Optional.empty();
        adjuster.ifPresent(records::add);
        assemble();
    }

    private void assemble() {
        scorer = scorer(StepScorer.K);
        loop =
                new ReplayLoop(
                        tracker,
                        seenItems,
                        setup.ensemble(),
                        scorer,
                        setup.request().learn(),
                        adjuster.<LearningPace>map(own -> own).orElse(LearningPace.USUAL),
                        latency,
                        this::record);
    }

    private StepScorer scorer(int k) {
        return new StepScorer(setup.ensemble(), groups, seenItems, k, rules);
    }

    private CompiledRules compiled(RuleBook book) {
        return new CompiledRules(book, setup.source().catalogue());
    }

    private void record(ScoredStep step) {
        records.forEach(listener -> listener.scored(step));
        branch.ifPresent(open -> open.scored(step));
    }

    /** Follows everybody up to the end of training; returns how often each item occurred. */
    private int[] lookBack() {
        int[] popularity = new int[items];
        try (EventSource.Cursor past =
                setup.source().open(EventSource.BEGINNING, setup.span().trainedUntil())) {
            past.forEachRemaining(
                    event -> {
                        tracker.append(event);
                        seenItems.set(event.item());
                        popularity[event.item()]++;
                    });
        }
        return popularity;
    }

    /** Catches up with what lies between the end of training and the first event replayed. */
    void catchUp(boolean membersLearn) {
        Instant trained = setup.span().trainedUntil();
        Instant first = setup.span().from();
        try (EventSource.Cursor between = setup.source().open(trained, first)) {
            between.forEachRemaining(
                    event -> {
                        loop.pass(event, membersLearn);
                        quality.passed(event);
                    });
        }
    }

    /** Adds a record, which hears of all steps from now on. */
    void add(StepListener listener) {
        records.add(listener);
    }

    /** Predicts, reveals, scores and learns one event, which was to begin then. */
    ScoredStep replay(Event event, OptionalLong due) {
        return hasPlace(event) ? loop.replay(event, due) : loop.witness(event, due);
    }

    /**
     * Takes note of an event whose place in the order has passed. It is not scored and nobody
     * learns from it; it is part of what is known of its shopper unless something later is, or its
     * item has no place.
     */
    void late(Event event) {
        boolean overtaken =
                now(event.user()).lastStepAt().filter(event.time()::isBefore).isPresent();
        if (hasPlace(event) && !overtaken) {
            tracker.append(event);
            seenItems.set(event.item());
        }
    }

    /** Members have a row for each item of the catalogue, and none for those that came after. */
    private boolean hasPlace(Event event) {
        return event.item() < items;
    }

    /**
     * Takes a step as the journal tells it, asking nobody.
     *
     * @param membersLearn whether the members have yet to learn from it
     */
    void recall(Event event, Journal.Reader journal, boolean membersLearn) {
        loop.recall(event, journal, membersLearn);
    }

    /** Goes ahead of what is known of everybody now. */
    ForesightTracker foresight() {
        return new ForesightTracker(tracker);
    }

    /** What is known of this user as of now, the latest session taken as still running. */
    FeatureWindow now(int user) {
        return tracker.now(user);
    }

    /** The top k for someone of whom this is known; teaches nobody anything. */
    StepScorer.Answers ask(FeatureWindow window, int k) {
        return ask(window, window.asOf(), k);
    }

    /** Likewise, by the rules of another time. */
    StepScorer.Answers ask(FeatureWindow window, Instant rulesOf, int k) {
        return scorer(k).ask(window, rulesOf, new StageClock());
    }

    StepScorer scorer() {
        return scorer;
    }

    /** The fused rankers, the one that is shown first. */
    List<FusionGroup> groups() {
        return groups;
    }

    LiveView view() {
        return view;
    }

    QualityRecorder quality() {
        return quality;
    }

    /** How often each item was shown. */
    ExposureRecorder exposure() {
        return exposure;
    }

    /** Adjusts learning to changes of quality; empty when nothing is to be adjusted. */
    Optional<Adjuster> adjuster() {
        return adjuster;
    }

    /** What was adjusted so far, oldest first. */
    List<Adjustment> adjustments() {
        return adjuster.map(Adjuster::made).map(List::copyOf).orElse(List.of());
    }

    /** How many items have occurred so far. */
    int itemsSeen() {
        return seenItems.cardinality();
    }

    /** Items that have occurred so far, as bits. */
    long[] seenItems() {
        return seenItems.toLongArray();
    }

    /** Of all that is known of all shoppers. */
    int shoppersHash() {
        return tracker.contentHash();
    }

    /** Sets the weights of the ranker that is shown. */
    void setWeights(FusionWeights weights) {
        if (!groups.isEmpty()) {
            groups.get(0).learner().set(weights);
        }
    }

    /**
     * Shows by these rules from now on. Once there were rules, what is shown stays a ranker of its
     * own, which until then did as the first fused one.
     */
    void setRules(RuleBook book) {
        if (groups.isEmpty() || (rules.isEmpty() && !book.acts())) {
            return;
        }
        if (rules.isEmpty()) {
            view.follow(ShownRanker.NAME, RankerKind.FUSED);
            quality.follow(ShownRanker.NAME, groups.get(0).name());
        }
        rules = Optional.of(compiled(book));
        assemble();
    }

    /** Holds these members' weights while the others learn. */
    void lock(Set<String> members) {
        locked = Set.copyOf(members);
        if (!groups.isEmpty()) {
            groups.get(0).learner().lock(members);
        }
    }

    /**
     * Goes on with other weights, while the ranker that is shown goes on beside as it was, to be
     * compared with. An earlier branch is given up.
     */
    void branch(long step, FusionWeights weights) {
        if (groups.isEmpty()) {
            return;
        }
        groups.removeIf(group -> group.name().equals(Branch.ORIGINAL));
        FusionGroup original = setup.lineup().groups().get().get(0).renamed(Branch.ORIGINAL);
        original.learner().set(groups.get(0).learner().weights());
        original.learner().lock(locked);
        groups.add(original);
        view.follow(Branch.ORIGINAL, RankerKind.FUSED);
        branch = Optional.of(new Branch(step, groups.get(0).name(), setup));
        setWeights(weights);
        assemble();
    }

    /** The branch that the replay is on. */
    Optional<Branch> branch() {
        return branch;
    }
}
