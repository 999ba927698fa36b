package org.amalgam.pipeline;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.Members;
import org.amalgam.pipeline.engine.MemberSupply;
import org.amalgam.pipeline.engine.RecentCases;
import org.amalgam.pipeline.engine.RulesTrial;
import org.amalgam.pipeline.engine.TrainedMembers;
import org.amalgam.store.EventStore;

/**
 * Previews changes of the rules on a store's latest cases. Keeps what the members said as long as
 * the store and they are the same, so that the next preview is a matter of a second. The caller
 * sees to it that one preview is made at a time.
 */
final class RuleRehearsal {

    private static final String METHOD = "hedge";

    private final EventStore store;
    private SoftReference<Kept> kept = new SoftReference<>(null);

    /**
     * Who is asked.
     *
     * @param until when they were trained
     * @param brief those that were trained but briefly
     */
    private record Asked(List<String> members, Instant until, List<String> brief) {}

    /** Cases that these were asked about, of a store with this content. */
    private record Kept(String data, Asked asked, RecentCases cases) {}

    RuleRehearsal(EventStore store) {
        this.store = store;
    }

    /**
     * Compares a book with the one that acts now.
     *
     * @param members those that are stored are asked; where none is, they are trained
     * @throws UnusableInput if the book cannot be used, or members know all cases already
     */
    RulePreview preview(
            RuleBook book,
            MemberSupply members,
            SessionSettings sessions,
            long seed,
            TaskMonitor monitor) {
        book.requireUsable(store.catalogue());
        Asked asked = asked(members, seed);
        RulesTrial trial = new RulesTrial(store.rules().book(), book, store.catalogue());
        RecentCases cases = cases(asked, sessions);
        if (cases.scored()) {
            cases.visit(trial);
        } else {
            TrainedMembers supply =
                    members.supply(
                            asked.members(),
                            asked.until(),
                            seed,
                            FusionRequest.by(METHOD),
                            monitor);
            ReplayRequest request =
                    ReplayRequest.atFullSpeed(
                            asked.members(), FusionRequest.by(METHOD), false, seed);
            cases.ask(supply, request, FusionSettings.defaults(), trial, monitor);
        }
        return trial.preview(cases.itemsKnown(), seed);
    }

    /** Those that are fused and stored, trained last; all that are fused where none is stored. */
    private Asked asked(MemberSupply members, long seed) {
        List<String> fused =
                Members.all().stream()
                        .filter(one -> one.kind() == RankerKind.MEMBER)
                        .map(Members.Listing::name)
                        .toList();
        Map<String, Instant> stored = members.shelved(fused, seed);
        if (stored.isEmpty()) {
            return new Asked(fused, store.splitAt(ReplayPreparation.TRAIN_SHARE), List.of());
        }
        Instant latest = Collections.max(stored.values());
        stored.values().removeIf(until -> !until.equals(latest));
        List<String> names = List.copyOf(stored.keySet());
        return new Asked(
                names, latest, members.brief(names, latest, seed, FusionRequest.by(METHOD)));
    }

    private RecentCases cases(Asked asked, SessionSettings sessions) {
        String data = store.digest();
        Optional<Kept> known =
                Optional.ofNullable(kept.get())
                        .filter(one -> one.data().equals(data))
                        .filter(one -> one.asked().equals(asked));
        if (known.isPresent()) {
            return known.get().cases();
        }
        RecentCases found = RecentCases.of(store, sessions, asked.until(), RulePreview.MOST_CASES);
        if (found.size() == 0) {
            throw new UnusableInput(
                    "the members have learned from all events, so none is left to preview rules"
                            + " on; train them until an earlier time");
        }
        kept = new SoftReference<>(new Kept(data, asked, found));
        return found;
    }
}
