package org.amalgam.pipeline.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From which step on members take part that were trained only after a replay had begun. Whichever
 * way it comes by that step, they join there. Belongs to the replay thread.
 */
final class Joins {

    private final Ensemble ensemble;
    private final Map<String, Long> steps = new LinkedHashMap<>();

    Joins(Ensemble ensemble) {
        this.ensemble = ensemble;
    }

    /** A member takes part from here on. */
    void add(String member, long step) {
        steps.put(member, step);
    }

    /** Steps after this one are given up: who joined later joins here. */
    void forgetAfter(long step) {
        steps.replaceAll((member, at) -> Math.min(at, step));
    }

    /** Before the step after so many. */
    void carryOut(long step) {
        steps.forEach(
                (member, at) -> {
                    if (at == step) {
                        ensemble.join(member);
                    }
                });
    }
}
