package org.amalgam.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;

/**
 * Times stacking on one thread: three members that score every item and one that scores a few. The
 * argument is the number of items.
 */
final class FuserTrial {

    private static final int STEPS = 4000;
    private static final List<String> MEMBERS = List.of("cnn", "gan", "lstm", "vstan");

    private FuserTrial() {}

    public static void main(String[] arguments) {
        int items = arguments.length == 0 ? 30_000 : Integer.parseInt(arguments[0]);
        Random random = new Random(1);
        StackingFuser fuser = new StackingFuser(model(random), new int[items]);
        FeatureWindow window = PlantedCases.window(0, random);
        List<MemberOutput> outputs = new ArrayList<>();
        for (String member : MEMBERS) {
            float[] scores = new float[items];
            for (int i = 0; i < items; i++) {
                boolean said = !member.equals("vstan") || i % 100 == 0;
                scores[i] = said ? (float) random.nextGaussian() : 0;
            }
            outputs.add(new Scored(member, scores));
        }
        FusionWeights weights = FusionWeights.uniform(MEMBERS);
        float[] fused = new float[items];
        int[] shown = random.ints(20, 0, items).toArray();
        long[] fusing = new long[STEPS];
        long[] sharing = new long[STEPS];
        double check = 0;
        for (int step = 0; step < STEPS; step++) {
            long start = System.nanoTime();
            fuser.fuse(window, outputs, weights, fused);
            long between = System.nanoTime();
            List<Map<String, Double>> shares = fuser.shares(shown);
            sharing[step] = System.nanoTime() - between;
            fusing[step] = between - start;
            check += fused[step % items] + shares.size();
        }
        System.out.printf(
                Locale.ROOT,
                "%d items: fuse %.1f µs, shares %.1f µs (medians of the last half; %.3f)%n",
                items,
                median(fusing),
                median(sharing),
                check);
    }

    private static double median(long[] nanos) {
        long[] last = Arrays.copyOfRange(nanos, STEPS / 2, STEPS);
        Arrays.sort(last);
        return last[last.length / 2] / 1e3;
    }

    private static StackingModel model(Random random) {
        Map<String, List<List<Double>>> coefficients = new LinkedHashMap<>();
        MEMBERS.forEach(
                member -> coefficients.put(member, rows(StackingTerms.OF_MEMBER.size(), random)));
        coefficients.put(StackingModel.CONTEXT, rows(StackingTerms.OF_ITEM.size(), random));
        return new StackingModel(100, new StackingModel.Warmth(2, 1), coefficients);
    }

    private static List<List<Double>> rows(int terms, Random random) {
        List<List<Double>> rows = new ArrayList<>();
        for (int term = 0; term < terms; term++) {
            rows.add(random.doubles(StackingTerms.CONTEXT.size()).boxed().toList());
        }
        return rows;
    }
}
