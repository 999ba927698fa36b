package org.amalgam.fusion;

import java.util.HashMap;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.kernel.HighValues;

/**
 * Answers of one step made comparable, each once however many rankers fuse it. An answer is known
 * by its {@link Scored} itself, of which members make a new one every time. Keeps the last answer
 * of each member, with room of its own: one thread makes all calls of those who share it.
 */
public final class StepScales {

    private static final FusionSettings STANDARD =
            FusionSettings.defaults().with(FusionSettings.Normalization.ZSCORE);

    private final Map<Key, Entry> entries = new HashMap<>();

    private final Map<RankKey, RankEntry> ranks = new HashMap<>();
    private final HighValues high = new HighValues();

    private record RankKey(String member, int depth) {}

    private record RankEntry(Scored answer, TopRanks first) {}

    private record Key(String member, FusionSettings settings) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(Scored answer, Normalised normalised, float[] room) {}

    /** Valid until the member's next answer is made comparable in this way. */
    @SuppressWarnings("ReferenceEquality") // an equal answer may be a later one in the same room
    Normalised of(Scored answer, FusionSettings settings) {
        Key key = new Key(answer.member(), settings);
        Entry entry = entries.get(key);
        if (entry == null || entry.answer() != answer) {
            float[] room = room(entry, answer.scores().length, settings);
            entry = new Entry(answer, Normalised.of(answer.scores(), settings, room), room);
            entries.put(key, entry);
        }
        return entry.normalised();
    }

    /** The answer's scores standardised. */
    Normalised standard(Scored answer) {
        return of(answer, STANDARD);
    }

    /** The first ranks of the answer's scores. */
    @SuppressWarnings("ReferenceEquality") // as above
    TopRanks first(Scored answer, int depth) {
        RankKey key = new RankKey(answer.member(), depth);
        RankEntry entry = ranks.get(key);
        if (entry == null || entry.answer() != answer) {
            high.look(answer.scores());
            entry = new RankEntry(answer, TopRanks.of(answer.scores(), high, depth));
            ranks.put(key, entry);
        }
        return entry.first();
    }

    private static float[] room(Entry entry, int items, FusionSettings settings) {
        boolean linear =
                switch (settings.normalization()) {
                    case MINMAX, ZSCORE -> true;
                    case SOFTMAX, RANK, RECIPROCAL_RANK -> false;
                };
        int size = linear ? 0 : items;
        return entry != null && entry.room().length == size ? entry.room() : new float[size];
    }
}
