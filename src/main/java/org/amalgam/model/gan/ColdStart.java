package org.amalgam.model.gan;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/** Rows for items without history, with the shift of their scores in the bias. Immutable. */
public final class ColdStart {

    private final ColdStartMethod method;
    private final int[] items;
    private final float[] rows;
    private final float shift;
    private final ColdStartHealth health;
    private final Optional<ColdStart> uniform;

    /**
     * @param items dense item numbers
     * @param rows [items × width] without the shift
     * @param shift added to each of these items' bias
     * @param uniform the same without what is known of demand; empty when this is without it
     */
    ColdStart(
            ColdStartMethod method,
            int[] items,
            float[] rows,
            float shift,
            ColdStartHealth health,
            Optional<ColdStart> uniform) {
        this.uniform = uniform;
        this.method = requireNonNull(method, "method");
        this.items = items.clone();
        this.rows = rows.clone();
        this.shift = shift;
        this.health = requireNonNull(health, "health");
        int width = width();
        for (int i = 0; i < items.length; i++) {
            this.rows[(i + 1) * width - 1] += shift;
        }
    }

    /** Takes over the rows, by {@code put(item, rows, at)}. */
    public void writeTo(RowSink sink) {
        for (int i = 0; i < items.length; i++) {
            sink.put(items[i], rows, i * width());
        }
    }

    /** Where rows go. */
    @FunctionalInterface
    public interface RowSink {
        /** Takes the row of an item that starts at {@code source[at]}; must not change it. */
        void put(int item, float[] source, int at);
    }

    /** These items' rows with all their scores raised alike, whatever their demand so far. */
    public ColdStart uniform() {
        return uniform.orElse(this);
    }

    public ColdStartMethod method() {
        return method;
    }

    /** Elements of a row, the bias included. */
    public int width() {
        return rows.length / items.length;
    }

    /** The items that have a row here, in rising order. */
    public int[] items() {
        return items.clone();
    }

    /** A copy of the i-th item's row, the shift in its bias. */
    public float[] row(int i) {
        return Arrays.copyOfRange(rows, i * width(), (i + 1) * width());
    }

    /** What is added to these items' scores so that they do not flood the lists. */
    public float shift() {
        return shift;
    }

    public ColdStartHealth health() {
        return health;
    }
}
