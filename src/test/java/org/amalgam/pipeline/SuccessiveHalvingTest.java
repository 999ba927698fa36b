package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuccessiveHalvingTest {

    private static final int OPTIMUM = 17;

    private final List<String> trials = new ArrayList<>();

    /** Best at the planted optimum, which is slow: its neighbours are ahead of it at first. */
    private static double planted(int candidate, int work) {
        double quality = 1 - 0.05 * Math.abs(candidate - OPTIMUM);
        double slowness = 1 + 0.25 * (candidate % 3);
        return quality * (1 - Math.exp(-work / slowness));
    }

    private double noted(Integer candidate, int work) {
        trials.add(candidate + "@" + work);
        return planted(candidate, work);
    }

    private SuccessiveHalving<Integer> halving(int mostTrials) {
        return new SuccessiveHalving<>(9, this::noted, () -> trials.size() < mostTrials);
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private long trialsAt(int work) {
        return trials.stream().filter(trial -> trial.endsWith("@" + work)).count();
    }

    @Test
    void findsThePlantedOptimumAlthoughItIsSlow() {
        int best = range(0, 27).stream().reduce((a, b) -> better(a, b, 1)).orElseThrow();
        assertThat(best).as("after one unit of work another is ahead").isNotEqualTo(OPTIMUM);
        SuccessiveHalving<Integer> halving = halving(1_000);

        halving.round(List.of(), range(0, 27));

        assertThat(halving.best().orElseThrow().candidate()).isEqualTo(OPTIMUM);
        assertThat(halving.best().orElseThrow().work()).isEqualTo(9);
    }

    private static int better(int a, int b, int work) {
        return planted(b, work) > planted(a, work) ? b : a;
    }

    @Test
    void aThirdGoesOnWithThreeTimesTheWork() {
        halving(1_000).round(List.of(), range(0, 27));

        assertThat(trials).hasSize(27 + 9 + 3);
        assertThat(trialsAt(1)).isEqualTo(27);
        assertThat(trialsAt(3)).isEqualTo(9);
        assertThat(trialsAt(9)).isEqualTo(3);
    }

    @Test
    void theLastTrialsGetNoMoreThanTheMostWork() {
        new SuccessiveHalving<>(8, this::noted, () -> true).round(List.of(), range(0, 9));

        assertThat(trials.stream().map(trial -> trial.substring(trial.indexOf('@'))).distinct())
                .containsExactly("@1", "@3", "@8");
    }

    @Test
    void theBestReferenceIsComparedToTheEnd() {
        halving(1_000).round(List.of(900, 700, 800), range(10, 16));

        assertThat(trials).contains("700@1", "800@1", "900@1", "700@3", "700@9");
        assertThat(trials).doesNotContain("800@3", "900@3");
    }

    @Test
    void stopsBetweenTrialsWhenTimeIsUpWithTheSameTrialsUpToThere() {
        SuccessiveHalving<Integer> whole = halving(1_000);
        whole.round(List.of(), range(0, 9));
        whole.round(List.of(), range(9, 18));
        List<String> all = List.copyOf(trials);
        for (int most : new int[] {1, 5, 9, 10, 13, 20}) {
            trials.clear();
            SuccessiveHalving<Integer> cut = halving(most);
            cut.round(List.of(), range(0, 9));
            if (trials.size() < most) {
                cut.round(List.of(), range(9, 18));
            }
            assertThat(trials).isEqualTo(all.subList(0, most));
        }
    }

    @Test
    void makesOneTrialEvenWithoutTime() {
        SuccessiveHalving<Integer> halving = halving(0);

        halving.round(List.of(3), range(0, 3));

        assertThat(trials).containsExactly("3@1");
        assertThat(halving.best().orElseThrow().candidate()).isEqualTo(3);
    }

    @Test
    void whatFailsIsNotTriedAgainAndNeverWins() {
        List<Integer> tried = new ArrayList<>();
        SuccessiveHalving<Integer> halving =
                new SuccessiveHalving<>(
                        9,
                        (candidate, work) -> {
                            tried.add(candidate);
                            return candidate % 2 == 0 ? Double.NEGATIVE_INFINITY : -candidate;
                        },
                        () -> true);

        halving.round(List.of(), range(0, 9));

        assertThat(halving.best().orElseThrow().candidate()).isEqualTo(1);
        assertThat(
                        tried.stream()
                                .filter(c -> c % 2 == 0)
                                .collect(Collectors.toMap(c -> c, c -> 1, Integer::sum))
                                .values())
                .containsOnly(1);
    }

    @Test
    void whenAllFailThereIsNoBest() {
        SuccessiveHalving<Integer> halving =
                new SuccessiveHalving<>(9, (candidate, work) -> Double.NaN, () -> true);

        halving.round(range(0, 2), range(2, 9));

        assertThat(halving.best()).isEmpty();
    }

    @Test
    void aLaterRoundWinsOnlyByAHigherScore() {
        SuccessiveHalving<Integer> halving =
                new SuccessiveHalving<>(1, (c, w) -> c % 5, () -> true);

        halving.round(List.of(), List.of(4, 2));
        halving.round(List.of(), List.of(9, 3));

        assertThat(halving.best().orElseThrow().candidate()).isEqualTo(4);
    }
}
