package org.amalgam.model.attribute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns a method's strength into the share of guesses of such strength that were right: isotonic
 * regression by pooling adjacent violators (Zadrozny and Elkan 2002) over the validation part, in
 * bins of at least {@value #BIN} guesses, each bin's share smoothed to (right + 1) / (guesses + 2)
 * so that no finite evidence gives certainty. Immutable.
 */
final class Calibration {

    static final int BIN = 20;

    private final List<Pool> pools;

    private record Pool(double from, int right, int guesses) {

        double share() {
            return (right + 1.0) / (guesses + 2);
        }

        Pool with(Pool stronger) {
            return new Pool(from, right + stronger.right, guesses + stronger.guesses);
        }
    }

    /**
     * Learns from guesses at items that the method had not learned from.
     *
     * @throws IllegalArgumentException if there are fewer than {@value #BIN}
     */
    Calibration(List<Judged> judged) {
        if (judged.size() < BIN) {
            throw new IllegalArgumentException(judged.size() + " guesses to calibrate by");
        }
        List<Judged> sorted = new ArrayList<>(judged);
        sorted.sort(Comparator.comparingDouble(Judged::strength));
        this.pools = pooled(bins(sorted));
    }

    /** Bins in order of strength; guesses of one strength share a bin. */
    private static List<Pool> bins(List<Judged> sorted) {
        List<Pool> bins = new ArrayList<>();
        int at = 0;
        while (at < sorted.size()) {
            int from = at;
            int right = 0;
            while (at < sorted.size()
                    && (at - from < BIN
                            || sorted.get(at).strength() == sorted.get(at - 1).strength())) {
                right += sorted.get(at).right() ? 1 : 0;
                at++;
            }
            bins.add(new Pool(sorted.get(from).strength(), right, at - from));
        }
        int last = bins.size() - 1;
        if (last > 0 && bins.get(last).guesses() < BIN) {
            Pool rest = bins.remove(last);
            bins.set(last - 1, bins.get(last - 1).with(rest));
        }
        return bins;
    }

    private static List<Pool> pooled(List<Pool> bins) {
        List<Pool> pools = new ArrayList<>();
        for (Pool bin : bins) {
            Pool last = bin;
            while (!pools.isEmpty() && pools.get(pools.size() - 1).share() >= last.share()) {
                last = pools.remove(pools.size() - 1).with(last);
            }
            pools.add(last);
        }
        return pools;
    }

    /** Estimated chance in (0, 1) that a guess of this strength is right; never falls with it. */
    double confidence(double strength) {
        double share = pools.get(0).share();
        for (Pool pool : pools) {
            if (strength >= pool.from()) {
                share = pool.share();
            }
        }
        return share;
    }
}
