package org.amalgam.ui.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.amalgam.domain.Campaign;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.pipeline.ReplaySession;

/**
 * Where in a replay the shop's campaigns lie, which the replay itself is asked. For the screens'
 * thread; call {@link #onPulse} once a pulse.
 */
public final class CampaignsViewModel {

    /**
     * A campaign in steps of the replay. Where nobody did anything while it lasted, {@code from} is
     * {@code until}.
     *
     * @param from the step before which it began
     * @param until the step before which it ended
     */
    public record CampaignSpan(Campaign campaign, long from, long until) {}

    private record Question(List<Campaign> about, CompletableFuture<List<Long>> answer) {}

    private final Supplier<Optional<ReplaySession>> session;
    private final Supplier<List<Campaign>> campaigns;
    private final ReadOnlyObjectWrapper<List<CampaignSpan>> spans =
            new ReadOnlyObjectWrapper<>(this, "spans", List.of());
    private Optional<Question> asked = Optional.empty();
    private List<Campaign> known = List.of();
    private long total;

    /**
     * @param session the replay under way
     * @param campaigns those of the open store, by begin
     */
    CampaignsViewModel(
            Supplier<Optional<ReplaySession>> session, Supplier<List<Campaign>> campaigns) {
        this.session = session;
        this.campaigns = campaigns;
    }

    /** Takes what a snapshot tells, and asks where campaigns lie that are new. */
    void follow(LiveSnapshot snapshot) {
        total = snapshot.total();
        List<Campaign> wanted = campaigns.get();
        if (asked.isEmpty() && !wanted.equals(known)) {
            List<Instant> times =
                    wanted.stream().flatMap(one -> Stream.of(one.from(), one.until())).toList();
            asked = session.get().map(open -> new Question(wanted, open.stepsAt(times)));
        }
    }

    /** Takes the answer when it is there. */
    void onPulse() {
        asked.filter(question -> question.answer().isDone())
                .ifPresent(
                        question -> {
                            asked = Optional.empty();
                            // One that was refused is asked again with the next snapshot.
                            if (!question.answer().isCompletedExceptionally()) {
                                known = question.about();
                                spans.set(within(known, question.answer().join()));
                            }
                        });
    }

    /** Those that are not wholly before the replay's begin or after its end. */
    private List<CampaignSpan> within(List<Campaign> about, List<Long> steps) {
        List<CampaignSpan> found = new ArrayList<>();
        for (int i = 0; i < about.size(); i++) {
            long from = steps.get(2 * i);
            long until = steps.get(2 * i + 1);
            if (until > 0 && from < total) {
                found.add(new CampaignSpan(about.get(i), from, until));
            }
        }
        return List.copyOf(found);
    }

    /** Forgets everything, for the next replay. */
    void clear() {
        asked = Optional.empty();
        known = List.of();
        spans.set(List.of());
    }

    /** The campaigns of the replay by begin; none while it has not answered. */
    public ReadOnlyObjectProperty<List<CampaignSpan>> spansProperty() {
        return spans.getReadOnlyProperty();
    }
}
