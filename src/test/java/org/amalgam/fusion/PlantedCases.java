package org.amalgam.fusion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;

/**
 * Cases whose members know the target as well as is planted: it is lifted above the noise by it.
 */
final class PlantedCases {

    static final int ITEMS = 200;

    private PlantedCases() {}

    /** Members a and b, each lifting the target by so many deviations of its noise. */
    static KeptCases of(
            int cases,
            long seed,
            ToDoubleFunction<CaseContext> liftOfA,
            ToDoubleFunction<CaseContext> liftOfB) {
        return build(List.of("a", "b"), cases, seed, List.of(liftOfA, liftOfB));
    }

    /** Member a as given, and b, which says the same of all items. */
    static KeptCases withConstantMember(
            int cases, long seed, ToDoubleFunction<CaseContext> liftOfA) {
        return build(List.of("a", "b"), cases, seed, List.of(liftOfA));
    }

    static KeptCases single(int cases, long seed, ToDoubleFunction<CaseContext> lift) {
        return build(List.of("a"), cases, seed, List.of(lift));
    }

    private static KeptCases build(
            List<String> members, int cases, long seed, List<ToDoubleFunction<CaseContext>> lifts) {
        Random random = new Random(seed);
        BitSet candidates = new BitSet();
        candidates.set(0, ITEMS);
        int[] counts = new int[ITEMS];
        KeptCasesBuilder builder = new KeptCasesBuilder(members, counts, candidates, 100);
        for (int index = 0; index < cases; index++) {
            FeatureWindow window = window(index, random);
            CaseContext context = CaseContext.of(window, counts);
            int target = random.nextInt(ITEMS);
            List<MemberOutput> outputs = new ArrayList<>();
            for (int m = 0; m < members.size(); m++) {
                float[] scores = new float[ITEMS];
                if (m < lifts.size()) {
                    for (int item = 0; item < ITEMS; item++) {
                        scores[item] = (float) random.nextGaussian();
                    }
                    scores[target] += (float) lifts.get(m).applyAsDouble(context);
                }
                outputs.add(new Scored(members.get(m), scores));
            }
            builder.add(window, target, outputs);
        }
        return builder.build();
    }

    /** A session of one to eight items. */
    static FeatureWindow window(int user, Random random) {
        int[] items = random.ints(1 + random.nextInt(8), 0, ITEMS).toArray();
        return new FeatureWindow(
                user, Instant.EPOCH, ItemSequence.ofViews(items), ItemSequence.empty());
    }
}
