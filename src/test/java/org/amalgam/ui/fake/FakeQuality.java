package org.amalgam.ui.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.amalgam.domain.LiveSnapshot.Quality;
import org.amalgam.domain.RankerKind;

/** Sliding quality of all rankers: a level each, slow waves, and noise that settles. */
final class FakeQuality {

    private record Level(RankerKind kind, double hitRate) {}

    private static final Map<String, Level> LEVELS = levels();

    private final Random random;
    private final Map<String, Double> noise = new LinkedHashMap<>();
    private long step;

    FakeQuality(Random random) {
        this.random = random;
        LEVELS.keySet().forEach(name -> noise.put(name, 0.0));
    }

    private static Map<String, Level> levels() {
        Map<String, Level> levels = new LinkedHashMap<>();
        levels.put("lstm", new Level(RankerKind.MEMBER, 0.338));
        levels.put("cnn", new Level(RankerKind.MEMBER, 0.312));
        levels.put("gan", new Level(RankerKind.MEMBER, 0.236));
        levels.put("fused", new Level(RankerKind.FUSED, 0.391));
        levels.put("fused-nets", new Level(RankerKind.FUSED, 0.372));
        levels.put("pop", new Level(RankerKind.BASELINE, 0.118));
        levels.put("markov", new Level(RankerKind.BASELINE, 0.271));
        levels.put("itemknn", new Level(RankerKind.BASELINE, 0.297));
        return levels;
    }

    void step() {
        step++;
        noise.replaceAll((name, now) -> 0.996 * now + 0.0007 * random.nextGaussian());
    }

    double hitRate(String ranker) {
        double level = LEVELS.get(ranker).hitRate();
        double wave = 0.02 * Math.sin(step / 900.0 + level * 30);
        return Math.max(
                0.01, level * (1 - 0.35 * Math.exp(-step / 600.0)) + wave + noise.get(ranker));
    }

    /**
     * All rankers' figures.
     *
     * @param branched whether the original goes beside
     */
    List<Quality> entries(boolean branched) {
        List<Quality> entries = new ArrayList<>();
        LEVELS.forEach(
                (name, level) -> entries.add(entry(name, level, cases() == 0 ? 0 : hitRate(name))));
        if (branched) {
            Level level = LEVELS.get("fused");
            entries.add(entry("original", level, Math.max(0, hitRate("fused") - 0.012)));
        }
        return entries;
    }

    private long cases() {
        return step * 8 / 10;
    }

    private Quality entry(String name, Level level, double hit) {
        double rank = hit * 0.42;
        double half = 1.96 * Math.sqrt(0.24 / Math.max(1, Math.min(cases(), 2_000)));
        return new Quality(
                name,
                level.kind(),
                cases(),
                level.hitRate(),
                level.hitRate() * 0.42,
                hit,
                Math.max(0, hit - half),
                Math.min(1, hit + half),
                rank,
                Math.max(0, rank - half * 0.5),
                Math.min(1, rank + half * 0.5),
                Optional.empty());
    }
}
