package org.amalgam.pipeline.engine;

/** Hears of every scored step, on the replay thread, in event order. */
@FunctionalInterface
public interface StepListener {
    void scored(ScoredStep step);
}
