package org.amalgam.model.neighbour;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.amalgam.config.SessionNeighbourSettings;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Chooses settings by what they reach on validation sessions: the best of a few starting points,
 * then one setting after the other up or down its ladder for as long as that helps. A step is taken
 * only for a gain above its own standard error (paired over the cases), as with a few thousand
 * cases smaller ones are noise.
 */
final class SettingsSearch {

    /** About 20 seconds for the 20 or so settings tried, with 190,000 sessions. */
    private static final int CASES = 8_000;

    /** With fewer cases nothing can be told apart, and the first starting point is taken. */
    private static final int FEWEST_CASES = 200;

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static final double[] STEPS = {.9, 1.81, 3.62, 7.24, NEVER};

    private static final Ladder NEIGHBOURS =
            new Ladder(
                    SessionNeighbourSettings::neighbours,
                    (settings, value) -> settings.withNeighbours((int) value),
                    100,
                    250,
                    500,
                    1000,
                    1500,
                    2000);

    private static final Ladder IDF =
            new Ladder(
                    SessionNeighbourSettings::idf,
                    SessionNeighbourSettings::withIdf,
                    1,
                    2,
                    5,
                    10,
                    20);

    private final List<SessionNeighbourSettings> starts;
    private final List<Ladder> ladders;

    private SettingsSearch(List<SessionNeighbourSettings> starts, List<Ladder> ladders) {
        this.starts = List.copyOf(starts);
        this.ladders = List.copyOf(ladders);
    }

    /** Starts from what others found best on Diginetica and on Yoochoose, with and without age. */
    static SettingsSearch vstan() {
        SessionNeighbourSettings patient = SessionNeighbourSettings.vstan();
        SessionNeighbourSettings brisk =
                patient.withNeighbours(2000).withOverlapSteps(.45).withAgeDays(5).withIdf(5);
        return new SettingsSearch(
                List.of(patient, patient.withAgeDays(NEVER), brisk, brisk.withAgeDays(NEVER)),
                List.of(
                        new Ladder(
                                SessionNeighbourSettings::overlapSteps,
                                SessionNeighbourSettings::withOverlapSteps,
                                .45,
                                .9,
                                1.81,
                                3.62,
                                7.24,
                                NEVER),
                        new Ladder(
                                SessionNeighbourSettings::itemSteps,
                                SessionNeighbourSettings::withItemSteps,
                                STEPS),
                        new Ladder(
                                SessionNeighbourSettings::earlier,
                                SessionNeighbourSettings::withEarlier,
                                .1,
                                .25,
                                .5,
                                .75,
                                1),
                        new Ladder(
                                SessionNeighbourSettings::querySteps,
                                SessionNeighbourSettings::withQuerySteps,
                                STEPS),
                        new Ladder(
                                SessionNeighbourSettings::ageDays,
                                SessionNeighbourSettings::withAgeDays,
                                2.5,
                                5,
                                10,
                                20,
                                40,
                                80,
                                160,
                                NEVER),
                        NEIGHBOURS,
                        IDF));
    }

    /** V-SKNN weighs as it does; how many neighbours and how much rarity counts is left. */
    static SettingsSearch vsknn() {
        return new SettingsSearch(
                List.of(SessionNeighbourSettings.vsknn()), List.of(NEIGHBOURS, IDF));
    }

    /** Nothing to choose. */
    static SettingsSearch none(SessionNeighbourSettings settings) {
        return new SettingsSearch(List.of(settings), List.of());
    }

    /**
     * The best settings found.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    SessionNeighbourSettings choose(
            String name, TrainingSet data, List<Session> validation, TaskMonitor monitor) {
        if (starts.size() == 1 && ladders.isEmpty()) {
            return starts.get(0);
        }
        ValidationCases cases = new ValidationCases(data, validation, CASES);
        if (cases.count() < FEWEST_CASES) {
            return starts.get(0);
        }
        return new Climb(name, cases, monitor).best();
    }

    /** Sets one setting. */
    @FunctionalInterface
    private interface Setter {
        SessionNeighbourSettings set(SessionNeighbourSettings settings, double value);
    }

    /** One setting and its values in ascending order. */
    private record Ladder(
            ToDoubleFunction<SessionNeighbourSettings> getter, Setter setter, List<Double> values) {

        Ladder(ToDoubleFunction<SessionNeighbourSettings> getter, Setter setter, double... values) {
            this(getter, setter, Arrays.stream(values).boxed().toList());
        }

        /** Settings one rung up (+1) or down (−1); null past the end. */
        SessionNeighbourSettings next(SessionNeighbourSettings settings, int direction) {
            int rung = values.indexOf(getter.applyAsDouble(settings)) + direction;
            return rung < 0 || rung >= values.size()
                    ? null
                    : setter.set(settings, values.get(rung));
        }
    }

    /** One search. */
    private final class Climb {

        private final String name;
        private final ValidationCases cases;
        private final TaskMonitor monitor;
        private SessionNeighbourSettings best;
        private double[] bestGains;
        private int tried;

        Climb(String name, ValidationCases cases, TaskMonitor monitor) {
            this.name = name;
            this.cases = cases;
            this.monitor = monitor;
            this.best = starts.get(0);
            this.bestGains = gains(best);
        }

        SessionNeighbourSettings best() {
            starts.stream().skip(1).forEach(this::accept);
            for (Ladder ladder : ladders) {
                if (!climb(ladder, 1)) {
                    climb(ladder, -1);
                }
            }
            return best;
        }

        private boolean climb(Ladder ladder, int direction) {
            boolean moved = false;
            SessionNeighbourSettings next = ladder.next(best, direction);
            while (next != null && accept(next)) {
                moved = true;
                next = ladder.next(best, direction);
            }
            return moved;
        }

        private boolean accept(SessionNeighbourSettings settings) {
            double[] gains = gains(settings);
            if (!isBetter(gains, bestGains)) {
                return false;
            }
            best = settings;
            bestGains = gains;
            return true;
        }

        private double[] gains(SessionNeighbourSettings settings) {
            monitor.progress(name + ", settings tried", tried++, 0);
            return cases.gains(settings, monitor);
        }
    }

    /** Whether the mean difference is above its standard error. */
    private static boolean isBetter(double[] gains, double[] before) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < gains.length; i++) {
            double difference = gains[i] - before[i];
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / gains.length;
        double variance = squares / gains.length - mean * mean;
        return mean > Math.sqrt(Math.max(0, variance) / gains.length);
    }
}
