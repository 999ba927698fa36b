package org.amalgam.model.neighbour;

/** Finds the k-th largest number without sorting (quickselect, three-way partition). */
final class Selection {

    private Selection() {}

    /**
     * The k-th largest of the first n values, 1 ≤ k ≤ n. Their order is lost. Equal values, however
     * many, do not slow it down.
     */
    static long kthLargest(long[] values, int n, int k) {
        int low = 0;
        int high = n - 1;
        int wanted = k - 1;
        while (true) {
            long pivot = median(values[low], values[(low + high) >>> 1], values[high]);
            int larger = low;
            int smaller = high;
            int at = low;
            while (at <= smaller) {
                long value = values[at];
                if (value > pivot) {
                    values[at++] = values[larger];
                    values[larger++] = value;
                } else if (value < pivot) {
                    values[at] = values[smaller];
                    values[smaller--] = value;
                } else {
                    at++;
                }
            }
            if (wanted < larger) {
                high = larger - 1;
            } else if (wanted > smaller) {
                low = smaller + 1;
            } else {
                return pivot;
            }
        }
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
