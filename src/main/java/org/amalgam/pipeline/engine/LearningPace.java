package org.amalgam.pipeline.engine;

/** How many times as fast as usual is learned now; 1 is as usual. */
interface LearningPace {

    /** Always as usual. */
    LearningPace USUAL =
            new LearningPace() {
                @Override
                public double fusion() {
                    return 1;
                }

                @Override
                public double member(String name) {
                    return 1;
                }
            };

    /** By fusion weights, at least 1. */
    double fusion();

    /** By this member, at least 1. */
    double member(String name);
}
