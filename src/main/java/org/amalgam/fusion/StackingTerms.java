package org.amalgam.fusion;

import java.util.List;
import org.amalgam.domain.Action;

/**
 * What stacking looks at: four terms a member, five terms of the item's place in the session and
 * its popularity, and the context by which their coefficients vary. Terms go by rank, for ranks
 * need no normalisation and suit members that score a few items only; on kept cases of Yoochoose
 * they did as well as min-max, standardised scores and probabilities together.
 */
final class StackingTerms {

    /** Terms of each member; 0 beyond the depth. */
    static final List<String> OF_MEMBER =
            List.of("logRank", "reciprocalRank", "logRankOfLast", "logRankOfEarlier");

    /** Terms of the item itself. */
    static final List<String> OF_ITEM =
            List.of("last", "secondLast", "thirdLast", "earlier", "logPopularity");

    /** Where the item's popularity stands among its terms. */
    static final int POPULARITY = 4;

    /** What coefficients vary by; the first is always 1. */
    static final List<String> CONTEXT =
            List.of(
                    "always",
                    "length 1",
                    "length 2",
                    "length 5+",
                    "warmth of last",
                    "last repeats",
                    "cart",
                    "purchase",
                    "other action");

    /**
     * Orders items beyond everybody's depth by their standardised scores, without any weight among
     * those within it.
     */
    static final double TAIL = 1e-3;

    private StackingTerms() {}

    /** log((depth + 1) / rank), 0 beyond the depth. */
    static double logRank(double rank, int depth) {
        return rank <= depth ? Math.log((depth + 1) / rank) : 0;
    }

    /** 1 / (1 + rank), 0 beyond the depth. */
    static double reciprocalRank(double rank, int depth) {
        return rank <= depth ? 1 / (1 + rank) : 0;
    }

    /**
     * What a member's terms add to an item at this rank.
     *
     * @param recency how many steps back the item was met last; 0 if it was not
     */
    static double ofMember(double[] coefficients, double rank, int depth, int recency) {
        if (!(rank <= depth)) {
            return 0;
        }
        double log = logRank(rank, depth);
        return log * (coefficients[0] + ofRepeat(coefficients, recency))
                + reciprocalRank(rank, depth) * coefficients[1];
    }

    /** Members are not equally right about the last item, or about others that come again. */
    private static double ofRepeat(double[] coefficients, int recency) {
        return switch (recency) {
            case 0 -> 0;
            case 1 -> coefficients[2];
            default -> coefficients[3];
        };
    }

    /**
     * The item's term for its place in the session.
     *
     * @param recency how many steps back it was met last, from 1
     */
    static int place(int recency) {
        return Math.min(recency, 4) - 1;
    }

    static float logPopularity(int count) {
        return (float) Math.log1p(count);
    }

    /** The context as numbers, in the order of {@link #CONTEXT}. */
    static double[] context(CaseContext context, StackingModel.Warmth warmth) {
        int length = context.length();
        Action action = context.action();
        boolean cart = action == Action.ADD_TO_CART || action == Action.REMOVE_FROM_CART;
        boolean purchase = action == Action.PURCHASE;
        return new double[] {
            1,
            one(length <= 1),
            one(length == 2),
            one(length >= 5),
            warmth.of(context.lastCount()),
            one(context.repeats()),
            one(cart),
            one(purchase),
            one(!cart && !purchase && action != Action.VIEW)
        };
    }

    private static double one(boolean holds) {
        return holds ? 1 : 0;
    }
}
