package org.amalgam.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.NetworkSettings.Loss;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;

/** Tiny data and settings for tests of networks. */
public final class Toy {

    private static final Instant START = Instant.parse("2024-05-01T10:00:00Z");

    private Toy() {}

    public static NetworkSettings settings(Loss loss) {
        return new NetworkSettings(
                16, 6, 30, 32, 20, 0.5, loss, 0.1, 1, 0.2, 0, 0, 4, 0.5, 0, 0.5, 4, 0, 2);
    }

    public static Catalogue catalogue(int items) {
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            all.add(Item.bare(i, "item-" + i));
        }
        return new Catalogue(all);
    }

    /** The grammar: item i is followed by 7·i + 3, modulo the number of items. */
    public static int successor(int item, int items) {
        return (7 * item + 3) % items;
    }

    /** Sessions of 2 to 9 steps that follow the grammar, with mixed actions and gaps. */
    public static TrainingSet grammar(int sessions, int items, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Session> all = new ArrayList<>();
        for (int s = 0; s < sessions; s++) {
            Instant start = START.plusSeconds(60L * s);
            all.add(new Session(s, start, steps(2 + random.nextInt(8), items, start, random)));
        }
        return new TrainingSet(catalogue(items), all);
    }

    private static ItemSequence steps(
            int length, int items, Instant start, SplittableRandom random) {
        List<Event> events = new ArrayList<>();
        int item = random.nextInt(items);
        Instant time = start;
        for (int t = 0; t < length; t++) {
            events.add(new Event(t, 0, item, Action.ofCode(random.nextInt(3)), time));
            item = successor(item, items);
            time = time.plusSeconds(random.nextInt(600));
        }
        return ItemSequence.of(events);
    }

    /** Some packed sequences of different lengths. */
    public static PackedBatch batch(int items, long seed) {
        List<ItemSequence> sequences =
                grammar(9, items, seed).sessions().stream().map(Session::steps).toList();
        return PackedBatch.ofSequences(sequences);
    }

    public static FeatureWindow window(int... items) {
        return new FeatureWindow(0, START, ItemSequence.ofViews(items), ItemSequence.empty());
    }

    public static float[] gaussian(int length, double scale, long seed) {
        java.util.Random random = new java.util.Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (random.nextGaussian() * scale);
        }
        return values;
    }

    /**
     * Asserts that an encoder's copy gives the last query of each sequence of the batch, and to the
     * last bit the same one for a sequence alone.
     *
     * @param queries that the encoder gave for all rows
     */
    public static void assertServesSessions(
            QueryEncoder served, PackedBatch batch, float[] inputs, float[] queries, int width) {
        int count = batch.rowsAt(0);
        SessionRows all = new SessionRows(width);
        for (int k = 0; k < count; k++) {
            addSession(all, batch, k, inputs, width);
        }
        float[][] together = new float[count][width];
        served.encode(all, together);
        for (int k = 0; k < count; k++) {
            int last = batch.start(all.steps(k) - 1) + k;
            float[] expected = Arrays.copyOfRange(queries, last * width, (last + 1) * width);
            assertThat(together[k]).as("session " + k).containsExactly(expected, within(1e-5f));
            SessionRows one = new SessionRows(width);
            addSession(one, batch, k, inputs, width);
            float[][] alone = new float[1][width];
            served.encode(one, alone);
            assertThat(alone[0]).as("session " + k + " alone").containsExactly(together[k]);
        }
    }

    private static void addSession(
            SessionRows rows, PackedBatch batch, int k, float[] inputs, int width) {
        int steps = 0;
        while (steps < batch.steps() && batch.rowsAt(steps) > k) {
            steps++;
        }
        int session = rows.sessions();
        rows.add(steps);
        for (int t = 0; t < steps; t++) {
            int from = (batch.start(t) + k) * width;
            System.arraycopy(inputs, from, rows.row(session, t), 0, width);
        }
    }
}
