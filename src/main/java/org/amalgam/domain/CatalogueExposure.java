package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often each item was shown in a replay: stood in the list of the ranker that is shown, over
 * the main cases, which are events with an earlier one in their session. Immutable.
 */
public final class CatalogueExposure {

    /** Occasions remembered of each item. */
    public static final int SAMPLE = 5;

    /** User, item and place. */
    private static final int FIELDS = 3;

    private final Span span;
    private final Optional<String> ranker;
    private final long cases;
    private final int[] top10;
    private final int[] top20;
    private final double[] weighted;
    private final int[] sample;

    /**
     * What was replayed.
     *
     * @param trainedUntil members had learned from everything before it
     * @param from where the replay began
     * @param until time of the last case; {@code from} without one
     */
    public record Span(Instant trainedUntil, Instant from, Instant until) {
        public Span {
            requireNonNull(trainedUntil, "trainedUntil");
            requireNonNull(from, "from");
            requireNonNull(until, "until");
        }
    }

    /**
     * One time an item was shown.
     *
     * @param user dense number of the shopper
     * @param after the item the shopper had last met
     * @param place in the list, from 1
     */
    public record Occasion(int user, int after, int place) {}

    /**
     * Takes over copies.
     *
     * @param ranker whose lists were shown; empty when no list was
     * @param cases how many there were, those without a list among them
     * @param top10 cases in which an item stood in the top 10, by item, as are the next
     * @param top20 in the top 20
     * @param weighted see {@link #weighted(int)}
     * @param sample {@value #SAMPLE} occasions an item, each as user, item met last and place;
     *     those beyond an item's count in the top 20 are not looked at
     * @throws IllegalArgumentException if the arrays are not of as many items
     */
    public CatalogueExposure(
            Span span,
            Optional<String> ranker,
            long cases,
            int[] top10,
            int[] top20,
            double[] weighted,
            int[] sample) {
        boolean fit =
                top10.length == top20.length
                        && weighted.length == top20.length
                        && sample.length == top20.length * SAMPLE * FIELDS;
        if (!fit) {
            throw new IllegalArgumentException("columns for different numbers of items");
        }
        this.span = requireNonNull(span, "span");
        this.ranker = requireNonNull(ranker, "ranker");
        this.cases = cases;
        this.top10 = top10.clone();
        this.top20 = top20.clone();
        this.weighted = weighted.clone();
        this.sample = sample.clone();
    }

    /** Room for a sample as the constructor takes it. */
    public static int[] emptySample(int items) {
        return new int[items * SAMPLE * FIELDS];
    }

    /** Puts an occasion into a sample, 0 ≤ slot &lt; {@link #SAMPLE}. */
    public static void remember(int[] sample, int item, int slot, Occasion occasion) {
        int at = (item * SAMPLE + slot) * FIELDS;
        sample[at] = occasion.user();
        sample[at + 1] = occasion.after();
        sample[at + 2] = occasion.place();
    }

    public Span span() {
        return span;
    }

    /** Whose lists were shown; empty when no list was. */
    public Optional<String> ranker() {
        return ranker;
    }

    /** Main cases replayed. */
    public long cases() {
        return cases;
    }

    /** Items of the catalogue when it was replayed; later ones were shown to nobody. */
    public int items() {
        return top20.length;
    }

    /** Cases in which the item stood in the top 10; 0 for one that came later. */
    public int top10(int item) {
        return item < items() ? top10[item] : 0;
    }

    /** Cases in which the item stood in the top 20; 0 for one that came later. */
    public int top20(int item) {
        return item < items() ? top20[item] : 0;
    }

    /**
     * Sum of 1 / log₂(1 + place) over the top 20 lists that held the item, place from 1: what it
     * got of people's attention, which falls with the place (the discount of Järvelin and
     * Kekäläinen 2002, as exposure in Singh and Joachims 2018). 0 for an item that came later.
     */
    public double weighted(int item) {
        return item < items() ? weighted[item] : 0;
    }

    /**
     * Occasions on which the item was shown in the top 20: all, or where there were more than
     * {@value #SAMPLE} so many of them, each as likely as any other.
     */
    public List<Occasion> occasions(int item) {
        List<Occasion> occasions = new ArrayList<>();
        for (int slot = 0; slot < Math.min(top20(item), SAMPLE); slot++) {
            int at = (item * SAMPLE + slot) * FIELDS;
            occasions.add(new Occasion(sample[at], sample[at + 1], sample[at + 2]));
        }
        return occasions;
    }

    /** Writes all of it; equal bytes for equal exposures. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeUTF(span.trainedUntil().toString());
        out.writeUTF(span.from().toString());
        out.writeUTF(span.until().toString());
        out.writeUTF(ranker.orElse(""));
        out.writeLong(cases);
        out.writeInt(items());
        for (int item = 0; item < items(); item++) {
            out.writeInt(top10[item]);
            out.writeInt(top20[item]);
            out.writeDouble(weighted[item]);
        }
        for (int field : sample) {
            out.writeInt(field);
        }
    }

    /** Reads what {@link #writeTo} wrote. */
    public static CatalogueExposure readFrom(DataInput in) throws IOException {
        Span span =
                new Span(
                        Instant.parse(in.readUTF()),
                        Instant.parse(in.readUTF()),
                        Instant.parse(in.readUTF()));
        Optional<String> ranker = Optional.of(in.readUTF()).filter(name -> !name.isEmpty());
        long cases = in.readLong();
        int items = in.readInt();
        int[] top10 = new int[items];
        int[] top20 = new int[items];
        double[] weighted = new double[items];
        for (int item = 0; item < items; item++) {
            top10[item] = in.readInt();
            top20[item] = in.readInt();
            weighted[item] = in.readDouble();
        }
        int[] sample = emptySample(items);
        for (int i = 0; i < sample.length; i++) {
            sample[i] = in.readInt();
        }
        return new CatalogueExposure(span, ranker, cases, top10, top20, weighted, sample);
    }
}
