package org.amalgam.drift;

/**
 * The stream of River's published example, made by its recipe: {@code rng = random.Random(12345)},
 * then {@code rng.choices([0, 1], k=1000) + rng.choices(range(4, 8), k=1000)}. Python's generator
 * is the Mersenne Twister (Matsumoto and Nishimura 1998), seeded by an array of one word.
 */
final class RiverStream {

    private static final int WORDS = 624;
    private static final int MIDDLE = 397;

    private final int[] state = new int[WORDS];
    private int next = WORDS;

    private RiverStream(int seed) {
        state[0] = 19_650_218;
        for (int i = 1; i < WORDS; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
        int i = 1;
        for (int k = 0; k < WORDS; k++) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1_664_525) + seed;
            i = following(i);
        }
        for (int k = 0; k < WORDS - 1; k++) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1_566_083_941) - i;
            i = following(i);
        }
        state[0] = 0x80000000;
    }

    private int following(int i) {
        if (i + 1 < WORDS) {
            return i + 1;
        }
        state[0] = state[WORDS - 1];
        return 1;
    }

    private int word() {
        if (next == WORDS) {
            for (int i = 0; i < WORDS; i++) {
                int pair = (state[i] & 0x80000000) | (state[(i + 1) % WORDS] & 0x7fffffff);
                state[i] = state[(i + MIDDLE) % WORDS] ^ pair >>> 1 ^ (pair & 1) * 0x9908b0df;
            }
            next = 0;
        }
        int word = state[next++];
        word ^= word >>> 11;
        word ^= word << 7 & 0x9d2c5680;
        word ^= word << 15 & 0xefc60000;
        return word ^ word >>> 18;
    }

    private double uniform() {
        return ((word() >>> 5) * 67_108_864.0 + (word() >>> 6)) / 9_007_199_254_740_992.0;
    }

    /** All 2,000 values. */
    static double[] values() {
        RiverStream random = new RiverStream(12_345);
        double[] values = new double[2_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 1_000 ? (int) (2 * random.uniform()) : 4 + (int) (4 * random.uniform());
        }
        return values;
    }
}
