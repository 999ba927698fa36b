package org.amalgam.pipeline.engine;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.RankerKind;

/** Scores items by the steps that it looks at, each step adding something to each item. */
class StepFake extends FakeMember {

    /** What a step adds to an item's score. */
    @FunctionalInterface
    interface Lift {
        float of(int step, int item);
    }

    private final boolean abstains;
    private final IntPredicate looksAt;
    private final Lift lift;

    /**
     * @param abstains where there is no step that it looks at; if not it scores all alike
     */
    StepFake(String name, RankerKind kind, boolean abstains, IntPredicate looksAt, Lift lift) {
        super(name, kind, window -> 0);
        this.abstains = abstains;
        this.looksAt = looksAt;
        this.lift = lift;
    }

    /** Adds what does not go by steps. */
    void addTo(FeatureWindow window, float[] scores) {}

    @Override
    public MemberOutput score(FeatureWindow window, float[] scores) {
        Arrays.fill(scores, 0);
        addTo(window, scores);
        boolean any = false;
        ItemSequence steps = window.context();
        for (int i = 0; i < steps.length(); i++) {
            if (looksAt.test(steps.item(i))) {
                any = true;
                for (int item = 0; item < scores.length; item++) {
                    scores[item] += lift.of(steps.item(i), item);
                }
            }
        }
        return abstains && !any
                ? new MemberOutput.Abstained(name(), "saw nothing")
                : new MemberOutput.Scored(name(), scores);
    }
}
