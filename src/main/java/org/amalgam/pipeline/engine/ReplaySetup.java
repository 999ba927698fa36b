package org.amalgam.pipeline.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.amalgam.config.CheckpointSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.pipeline.ReplayRequest;

/**
 * What a replay is made of: the events, the trained members, how they are fused, and who listens.
 *
 * @param listeners hear of every step that is replayed, besides the records that a replay keeps
 * @param oracle the best possible ranker of a simulated shop, reported beside the others; empty for
 *     a log whose truth is not known
 * @param rules that act on what is shown
 */
public record ReplaySetup(
        EventSource source,
        Span span,
        ReplayRequest request,
        SessionSettings sessions,
        Lineup lineup,
        List<StepListener> listeners,
        Optional<Oracle> oracle,
        CheckpointSettings checkpoints,
        RuleBook rules) {

    public ReplaySetup {
        requireNonNull(source, "source");
        requireNonNull(span, "span");
        requireNonNull(request, "request");
        requireNonNull(sessions, "sessions");
        requireNonNull(lineup, "lineup");
        requireNonNull(oracle, "oracle");
        requireNonNull(checkpoints, "checkpoints");
        requireNonNull(rules, "rules");
        listeners = List.copyOf(listeners);
    }

    /** Without rules. */
    public ReplaySetup(
            EventSource source,
            Span span,
            ReplayRequest request,
            SessionSettings sessions,
            Lineup lineup,
            List<StepListener> listeners,
            Optional<Oracle> oracle,
            CheckpointSettings checkpoints) {
        this(
                source,
                span,
                request,
                sessions,
                lineup,
                listeners,
                oracle,
                checkpoints,
                RuleBook.EMPTY);
    }

    /** The same with these rules. */
    public ReplaySetup with(RuleBook other) {
        return new ReplaySetup(
                source, span, request, sessions, lineup, listeners, oracle, checkpoints, other);
    }

    /** Without an oracle, with the usual checkpoints. */
    public ReplaySetup(
            EventSource source,
            Span span,
            ReplayRequest request,
            SessionSettings sessions,
            Lineup lineup,
            List<StepListener> listeners) {
        this(
                source,
                span,
                request,
                sessions,
                lineup,
                listeners,
                Optional.empty(),
                CheckpointSettings.defaults());
    }

    /**
     * Which events are replayed.
     *
     * @param trainedUntil members know everything before it
     * @param from first event time replayed, not before {@code trainedUntil}
     */
    public record Span(Instant trainedUntil, Instant from, Instant until) {
        public Span {
            if (from.isBefore(trainedUntil)) {
                throw new IllegalArgumentException(
                        "replay from " + from + " with members trained until " + trainedUntil);
            }
        }
    }

    /**
     * Who takes part.
     *
     * @param groups makes the fused rankers as they are before the first event; the first one is
     *     the one shown
     * @param trainSeconds by member, for the report
     * @param warmUp trains those that are not ready yet
     */
    public record Lineup(
            Ensemble ensemble,
            Supplier<List<FusionGroup>> groups,
            Map<String, Double> trainSeconds,
            WarmUp warmUp) {
        public Lineup {
            requireNonNull(ensemble, "ensemble");
            requireNonNull(groups, "groups");
            requireNonNull(warmUp, "warmUp");
            trainSeconds = Map.copyOf(trainSeconds);
        }
    }

    Ensemble ensemble() {
        return lineup.ensemble();
    }

    /** The events to replay; the caller closes. */
    EventSource.Cursor events() {
        return source.open(span.from(), span.until());
    }

    /** How many events will be replayed. */
    public long total() {
        return source.count(span.from(), span.until());
    }
}
