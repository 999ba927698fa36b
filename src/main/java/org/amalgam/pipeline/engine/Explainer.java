package org.amalgam.pipeline.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Explanation;
import org.amalgam.domain.Explanation.Carried;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.model.content.ContentOverlaps;

/**
 * Says why items were recommended: what each member added, which steps carried them, and what they
 * have in common with items met. Which steps carried an item is found by occlusion (Zeiler and
 * Fergus 2014, section 4.2): each item of the last {@value #STEPS} steps in turn is left out of the
 * window with all its steps, and everybody is asked again. Steps of one item go together, for a
 * view and a purchase of it say the same, and neither would be missed alone.
 *
 * <p>Asks each fused member up to eleven times, however many items are explained. Belongs to the
 * replay thread, as the ensemble does, and makes earlier answers' arrays invalid.
 */
public final class Explainer {

    /** How many of the latest steps are looked at. */
    static final int STEPS = 10;

    /** How many items met are named. */
    static final int NAMED = 3;

    private final Ensemble ensemble;
    private final FusionGroup group;
    private final Catalogue catalogue;
    private final ImputedAttributes imputed;

    /**
     * @param group whose scores are explained; its members alone are asked
     * @param imputed guesses at what the catalogue leaves open
     */
    public Explainer(
            Ensemble ensemble, FusionGroup group, Catalogue catalogue, ImputedAttributes imputed) {
        this.ensemble = ensemble.only(group.members());
        this.group = group;
        this.catalogue = catalogue;
        this.imputed = imputed;
    }

    /** Scores and shares of the explained items in one window; 0 and none without any answer. */
    @SuppressWarnings("ArrayRecordComponent") // made here, never compared
    private record Parts(boolean answered, double[] scores, List<Map<String, Double>> shares) {

        static Parts none(int items) {
            List<Map<String, Double>> shares = new ArrayList<>();
            for (int i = 0; i < items; i++) {
                shares.add(Map.of());
            }
            return new Parts(false, new double[items], shares);
        }
    }

    /** An item met: its latest step, and what is left without it. */
    private record Occluded(int step, int item, boolean sole, Parts rest) {}

    /**
     * Explains these items of the ranking that this window gives.
     *
     * <p>Without any step in the context nothing carried them. When the context has steps of one
     * item only, that item carried them whole: what would be left is another context or none. A
     * member that abstains without a step loses its whole share; where nobody has an answer the
     * score counts as 0.
     *
     * @return one an item, in this order; none at all when no member has an answer to explain
     */
    public List<Explanation> explain(FeatureWindow window, int[] items) {
        Parts whole = ask(window, items);
        if (!whole.answered()) {
            return List.of();
        }
        List<Occluded> occluded = occlude(window, items);
        List<Item> met = occluded.stream().map(one -> catalogue.item(one.item())).toList();
        List<Explanation> explanations = new ArrayList<>(items.length);
        for (int i = 0; i < items.length; i++) {
            Item item = catalogue.item(items[i]);
            explanations.add(
                    new Explanation(
                            item,
                            whole.scores()[i],
                            whole.shares().get(i),
                            carriedBy(whole, occluded, i),
                            ContentOverlaps.of(item, met, imputed)));
        }
        return explanations;
    }

    /** Each item of the latest steps, latest first. */
    private List<Occluded> occlude(FeatureWindow window, int[] items) {
        ItemSequence steps = window.context();
        List<Occluded> occluded = new ArrayList<>();
        for (int step = steps.length() - 1; step >= Math.max(0, steps.length() - STEPS); step--) {
            int item = steps.item(step);
            if (occluded.stream().noneMatch(one -> one.item() == item)) {
                boolean sole = steps.withoutItem(item).isEmpty();
                Parts rest = sole ? Parts.none(items.length) : ask(window.withoutItem(item), items);
                occluded.add(new Occluded(step, item, sole, rest));
            }
        }
        return occluded;
    }

    private Parts ask(FeatureWindow window, int[] items) {
        List<MemberOutput> outputs = ensemble.score(window);
        if (!(group.fuse(window, outputs) instanceof Scored fused)) {
            return Parts.none(items.length);
        }
        double[] scores = new double[items.length];
        for (int i = 0; i < items.length; i++) {
            scores[i] = fused.scores()[items[i]];
        }
        return new Parts(true, scores, group.shares(items));
    }

    private List<Carried> carriedBy(Parts whole, List<Occluded> occluded, int i) {
        double total = 0;
        for (Occluded one : occluded) {
            total += Math.max(0, whole.scores()[i] - one.rest().scores()[i]);
        }
        List<Carried> carried = new ArrayList<>();
        for (Occluded one : occluded) {
            double contribution = whole.scores()[i] - one.rest().scores()[i];
            if (contribution > 0 || one.sole()) {
                carried.add(
                        new Carried(
                                one.step(),
                                catalogue.item(one.item()),
                                contribution,
                                one.sole() ? 1 : contribution / total,
                                falls(whole.shares().get(i), one.rest().shares().get(i))));
            }
        }
        carried.sort(Comparator.comparingDouble(Carried::contribution).reversed());
        return carried.subList(0, Math.min(NAMED, carried.size()));
    }

    /** By member, how far its share falls; who has none on one side has 0 there. */
    private static Map<String, Double> falls(Map<String, Double> from, Map<String, Double> to) {
        Map<String, Double> falls = new LinkedHashMap<>(from);
        to.forEach((member, share) -> falls.merge(member, -share, Double::sum));
        return falls;
    }
}
