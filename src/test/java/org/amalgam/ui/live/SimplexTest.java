package org.amalgam.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.amalgam.domain.FusionWeights;
import org.junit.jupiter.api.Test;

class SimplexTest {

    private static FusionWeights weights(double lstm, double cnn, double gan) {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put("lstm", lstm);
        map.put("cnn", cnn);
        map.put("gan", gan);
        return FusionWeights.of(map);
    }

    @Test
    void theOthersKeepTheirProportions() {
        FusionWeights moved = Simplex.move(weights(0.4, 0.4, 0.2), Set.of(), "lstm", 0.7);
        assertEquals(0.7, moved.of("lstm"), 1e-12);
        assertEquals(0.2, moved.of("cnn"), 1e-12);
        assertEquals(0.1, moved.of("gan"), 1e-12);
    }

    @Test
    void lockedOnesStayAndLimitTheMove() {
        FusionWeights moved = Simplex.move(weights(0.4, 0.4, 0.2), Set.of("cnn"), "lstm", 0.9);
        assertEquals(0.4, moved.of("cnn"), 1e-12);
        assertEquals(0.6, moved.of("lstm"), 1e-12);
        assertEquals(0.0, moved.of("gan"), 1e-12);
    }

    @Test
    void othersAtZeroShareWhatIsLeftEvenly() {
        FusionWeights moved = Simplex.move(weights(1, 0, 0), Set.of(), "lstm", 0.5);
        assertEquals(0.25, moved.of("cnn"), 1e-12);
        assertEquals(0.25, moved.of("gan"), 1e-12);
    }

    @Test
    void nothingMovesWhenAllOthersAreLocked() {
        FusionWeights before = weights(0.4, 0.4, 0.2);
        assertEquals(before, Simplex.move(before, Set.of("cnn", "gan"), "lstm", 0.9));
    }
}
