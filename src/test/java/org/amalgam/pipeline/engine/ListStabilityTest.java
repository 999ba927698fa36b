package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.StepOutcome;
import org.junit.jupiter.api.Test;

class ListStabilityTest {

    private static final int[] LIST = IntStream.range(0, 20).toArray();
    private static final int[] OTHER = IntStream.range(20, 40).toArray();

    private final List<Integer> asked = new ArrayList<>();

    @Test
    void everyFiftiethCaseIsAskedAgainAfterFiveHundredEvents() {
        ListStability stability =
                new ListStability(
                        window -> {
                            asked.add(window.user());
                            return Map.of("steady", LIST, "fickle", OTHER);
                        });
        for (int event = 0; event < 500; event++) {
            stability.scored(step(event, true));
        }
        assertThat(asked).isEmpty();
        assertThat(stability.means()).isEmpty();

        for (int event = 500; event < 551; event++) {
            stability.scored(step(event, true));
        }
        assertThat(asked).containsExactly(0, 50);
        assertThat(stability.means().get("steady")).isCloseTo(1, within(1e-12));
        assertThat(stability.means().get("fickle")).isZero();
    }

    @Test
    void eventsThatOpenASessionAreNotSampledButCountAsLearnedFrom() {
        ListStability stability =
                new ListStability(
                        window -> {
                            asked.add(window.user());
                            return Map.of();
                        });
        stability.scored(step(7, true));
        for (int event = 0; event < 500; event++) {
            stability.scored(step(event, false));
        }
        assertThat(asked).containsExactly(7);
        assertThat(stability.means()).isEmpty();
    }

    private static ScoredStep step(int number, boolean inSession) {
        ItemSequence session = inSession ? ItemSequence.ofViews(1) : ItemSequence.empty();
        FeatureWindow window =
                new FeatureWindow(number, Instant.EPOCH, session, ItemSequence.empty());
        StepOutcome outcome =
                new StepOutcome(
                        new Event(number, number, 3, Action.VIEW, Instant.EPOCH),
                        window,
                        !inSession,
                        true,
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        FusionWeights.of(Map.of("steady", 1.0)),
                        Map.of());
        return new ScoredStep(
                outcome, List.of("steady", "fickle"), Map.of("steady", LIST, "fickle", LIST));
    }
}
