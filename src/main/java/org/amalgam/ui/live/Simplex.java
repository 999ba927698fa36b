package org.amalgam.ui.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.amalgam.domain.FusionWeights;

/** Moves one weight and keeps all on the simplex. */
final class Simplex {

    private Simplex() {}

    /**
     * Sets one member's weight; the unlocked others share what is left in their old proportions (in
     * equal parts when they were all 0), the locked ones stay.
     *
     * @param value wanted; cut to what the locked ones leave
     * @return the weights unchanged when no other member can give way
     */
    static FusionWeights move(
            FusionWeights weights, Set<String> locked, String member, double value) {
        double held = 0;
        double free = 0;
        int others = 0;
        for (String other : weights.members()) {
            if (other.equals(member)) {
                continue;
            }
            if (locked.contains(other)) {
                held += weights.of(other);
            } else {
                free += weights.of(other);
                others++;
            }
        }
        if (others == 0) {
            return weights;
        }
        double room = Math.max(0, 1 - held);
        double moved = Math.max(0, Math.min(value, room));
        Map<String, Double> next = new LinkedHashMap<>();
        for (String other : weights.members()) {
            double old = weights.of(other);
            double part = free > 0 ? old / free : 1.0 / others;
            boolean stays = locked.contains(other);
            next.put(other, other.equals(member) ? moved : stays ? old : (room - moved) * part);
        }
        return FusionWeights.of(next);
    }
}
