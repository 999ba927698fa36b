package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Explanation;
import org.amalgam.domain.Explanation.Carried;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.FusedRanker;
import org.amalgam.fusion.FusionMethod;
import org.amalgam.fusion.FusionMethods;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.fusion.KeptCases;
import org.amalgam.fusion.KeptCasesBuilder;
import org.amalgam.fusion.OfflineLearner;
import org.amalgam.fusion.StackingLearner;

/** Laws of explanations, for every method that {@code --fusion} may name. */
class ExplanationLawsTest {

    private static final int ITEMS = 60;

    /** Items from here on no member looks at. */
    private static final int IGNORED = 40;

    private static final List<String> MEMBERS = List.of("all", "even", "few");
    private static final Catalogue CATALOGUE =
            new Catalogue(IntStream.range(0, ITEMS).mapToObj(i -> Item.bare(i, "i" + i)).toList());

    /** One sees every step but the ignored ones, one the even items, one few and abstains else. */
    private static final Ensemble ENSEMBLE =
            new Ensemble(
                    List.of(
                            host("all", false, 1),
                            host("even", true, 2),
                            host("few", true, 5),
                            host("baseline", false, 1)));

    private static final KeptCases CASES = cases();
    private static final FusionSettings SETTINGS = FusionSettings.defaults();
    private static final FusionRecipe LEARNED =
            new OfflineLearner(SETTINGS, 1).learn(CASES, TaskMonitor.silent());
    private static final FusionRecipe STACKING =
            new StackingLearner(SETTINGS, 1).learn(CASES, TaskMonitor.silent());

    private static MemberHost host(String name, boolean abstains, int every) {
        return new MemberHost(
                new StepFake(
                        name,
                        RankerKind.BASELINE,
                        abstains,
                        item -> item < IGNORED && item % every == 0,
                        (step, item) -> noise(31L * name.hashCode() + 1009L * step + item)),
                ITEMS,
                false);
    }

    private static float noise(long seed) {
        return new Random(seed * 7_919).nextInt(1000) / 1000f;
    }

    private static KeptCases cases() {
        Random random = new Random(1);
        BitSet candidates = new BitSet();
        candidates.set(0, ITEMS);
        KeptCasesBuilder builder = new KeptCasesBuilder(MEMBERS, new int[ITEMS], candidates, ITEMS);
        for (int i = 0; i < 60; i++) {
            FeatureWindow window = window(random);
            builder.add(window, random.nextInt(ITEMS), ENSEMBLE.score(window));
        }
        return builder.build();
    }

    /** A session that members look at, with a step that none does. */
    private static FeatureWindow window(Random random) {
        int[] items = random.ints(2 + random.nextInt(12), 0, ITEMS).toArray();
        items[0] = random.nextInt(IGNORED);
        items[items.length - 1] = IGNORED + random.nextInt(ITEMS - IGNORED);
        return new FeatureWindow(
                random.nextInt(100),
                Instant.EPOCH,
                ItemSequence.ofViews(items),
                ItemSequence.ofViews(3));
    }

    private static FusionGroup group(String name) {
        FusionMethod method = method(name);
        return new FusionGroup(
                new FusedRanker("fused", MEMBERS, method.fuser(), method.learner()), ITEMS);
    }

    private static FusionMethod method(String name) {
        if (!FusionMethods.needsRecipe(name)) {
            return FusionMethods.create(name, FusionWeights.uniform(MEMBERS), SETTINGS);
        }
        FusionRecipe recipe = name.equals(OfflineLearner.NAME) ? LEARNED : STACKING;
        return recipe.toMethod(new int[ITEMS]);
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of(FusionMethods.names());
    }

    /** All but stacking, which looks at the steps itself. */
    @Provide
    Arbitrary<String> blindMethods() {
        return Arbitraries.of(
                FusionMethods.names().stream().filter(n -> !n.equals("stacking")).toList());
    }

    @Property(seed = "20251125", tries = 150)
    void sharesSumToTheFusedScoreAndFallsToWhatAnItemCarried(
            @ForAll("methods") String name, @ForAll long seed) {
        Random random = new Random(seed);
        FusionGroup group = group(name);
        FeatureWindow window = window(random);
        int[] items = random.ints(5, 0, ITEMS).toArray();
        List<Explanation> explained =
                new Explainer(ENSEMBLE, group, CATALOGUE, ImputedAttributes.none())
                        .explain(window, items);
        float[] fused = ((Scored) group.fuse(window, ENSEMBLE.score(window))).scores();

        assertThat(explained).hasSize(items.length);
        for (int i = 0; i < items.length; i++) {
            Explanation why = explained.get(i);
            assertThat(why.item().index()).isEqualTo(items[i]);
            assertThat((float) sum(why.shares().values())).as(name).isEqualTo(fused[items[i]]);
            assertThat((float) why.score()).as(name).isEqualTo(fused[items[i]]);
            why.carriedBy().forEach(carried -> holds(carried, window));
            assertThat(sum(why.carriedBy().stream().map(Carried::share).toList()))
                    .isLessThanOrEqualTo(1 + 1e-9);
        }
    }

    private static void holds(Carried carried, FeatureWindow window) {
        assertThat(carried.contribution()).isPositive();
        assertThat(sum(carried.byMember().values()))
                .isCloseTo(carried.contribution(), within(1e-5));
        assertThat(window.context().item(carried.step())).isEqualTo(carried.item().index());
        for (int later = carried.step() + 1; later < window.context().length(); later++) {
            assertThat(window.context().item(later)).isNotEqualTo(carried.item().index());
        }
    }

    @Property(seed = "20251125", tries = 150)
    void whatNoMemberLooksAtCarriesNothing(@ForAll("blindMethods") String name, @ForAll long seed) {
        Random random = new Random(seed);
        FeatureWindow window = window(random);
        List<Explanation> explained =
                new Explainer(ENSEMBLE, group(name), CATALOGUE, ImputedAttributes.none())
                        .explain(window, IntStream.range(0, ITEMS).toArray());

        assertThat(explained)
                .flatMap(Explanation::carriedBy)
                .allMatch(carried -> carried.item().index() < IGNORED)
                .isNotEmpty();
    }

    private static double sum(Iterable<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
