package org.amalgam.model.gan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.content.ContentVectors;

/** Rows as weighted means of the rows of warm items with like content. */
final class NearestContent {

    private static final int MOST = 10;
    private static final int[] COUNTS = {1, 3, 5, 10};
    private static final int[] POWERS = {2, 4};

    private final ColdStartData data;
    private final ColdSplit split;

    NearestContent(ColdStartData data, ColdSplit split) {
        this.data = data;
        this.split = split;
    }

    /** How many neighbours count, and how their weights fall with likeness, by validation. */
    CandidateRows best(ColdValidation validation, TaskMonitor monitor) {
        Neighbours held = neighbours(split.held(), monitor);
        int bestCount = 0;
        int bestPower = 0;
        double quality = -1;
        for (int count : COUNTS) {
            for (int power : POWERS) {
                double found = validation.quality(means(held, count, power));
                if (found > quality) {
                    quality = found;
                    bestCount = count;
                    bestPower = power;
                }
            }
        }
        Neighbours cold = neighbours(split.cold(), monitor);
        return new CandidateRows(
                means(held, bestCount, bestPower), means(cold, bestCount, bestPower), 0, 0, 0.5);
    }

    /** The most alike warm items of each item, most alike first. */
    @SuppressWarnings("ArrayRecordComponent") // filled once, never compared
    private record Neighbours(int[][] items, double[][] likeness) {}

    private Neighbours neighbours(int[] items, TaskMonitor monitor) {
        int most = Math.min(MOST, split.train().length);
        Neighbours found = new Neighbours(new int[items.length][], new double[items.length][]);
        ContentVectors content = data.content();
        for (int i = 0; i < items.length; i++) {
            monitor.checkCancelled();
            int item = items[i];
            double[] likeness =
                    Arrays.stream(split.train())
                            .mapToDouble(t -> content.likeness(item, t))
                            .toArray();
            int[] nearest =
                    IntStream.range(0, likeness.length)
                            .boxed()
                            .sorted(Comparator.comparingDouble((Integer t) -> -likeness[t]))
                            .limit(most)
                            .mapToInt(Integer::intValue)
                            .toArray();
            found.items()[i] = Arrays.stream(nearest).map(t -> split.train()[t]).toArray();
            found.likeness()[i] = Arrays.stream(nearest).mapToDouble(t -> likeness[t]).toArray();
        }
        return found;
    }

    private float[] means(Neighbours neighbours, int count, int power) {
        int width = data.width();
        float[] rows = new float[neighbours.items().length * width];
        for (int i = 0; i < neighbours.items().length; i++) {
            int used = Math.min(count, neighbours.items()[i].length);
            double[] weights = new double[used];
            for (int k = 0; k < used; k++) {
                weights[k] = Math.pow(Math.max(neighbours.likeness()[i][k], 0), power) + 1e-6;
            }
            double total = Arrays.stream(weights).sum();
            for (int k = 0; k < used; k++) {
                float share = (float) (weights[k] / total);
                int from = neighbours.items()[i][k] * width;
                for (int j = 0; j < width; j++) {
                    rows[i * width + j] += share * data.rows()[from + j];
                }
            }
        }
        return rows;
    }
}
