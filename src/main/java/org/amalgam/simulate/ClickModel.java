package org.amalgam.simulate;

/**
 * How shoppers choose, known exactly: the chance of a click on an item shown at a position is
 * examination(position) · attraction(shopper, item).
 *
 * <p>Attraction is a logistic function of taste · traits / √d, of whether kind and brand are
 * favourites, and of how far the price level is from the shopper's. Examination falls with the
 * position as 1 / position^0.7 (a position-based model; Craswell et al., WSDM 2008).
 */
public record ClickModel(
        double intercept,
        double tasteWeight,
        double kindWeight,
        double brandWeight,
        double priceWeight,
        double examinationPower,
        double cartGivenClick,
        double purchaseGivenCart) {

    /** The model by which simulated shoppers choose. */
    public static ClickModel standard() {
        return new ClickModel(-0.7, 0.9, 0.6, 0.7, 0.5, 0.7, 0.3, 0.55);
    }

    /**
     * Chance that a shopper who looks at an item is drawn to it.
     *
     * @param tasteMatch taste · traits / √d
     * @param levelDistance |level of the item − level of the shopper|, ≥ 0
     * @return in (0, 1)
     */
    public double attraction(
            double tasteMatch, boolean likesKind, boolean likesBrand, double levelDistance) {
        double z =
                intercept
                        + tasteWeight * tasteMatch
                        + (likesKind ? kindWeight : 0)
                        + (likesBrand ? brandWeight : 0)
                        - priceWeight * levelDistance;
        return 1 / (1 + StrictMath.exp(-z));
    }

    /**
     * Chance that a shopper looks at this position.
     *
     * @param position from 1
     */
    public double examination(int position) {
        if (position < 1) {
            throw new IllegalArgumentException("position " + position + " must be ≥ 1");
        }
        return StrictMath.pow(position, -examinationPower);
    }

    double attraction(Shopper shopper, Product product) {
        double dot = 0;
        for (int i = 0; i < product.traits().length; i++) {
            dot += shopper.taste()[i] * product.traits()[i];
        }
        return attraction(
                dot / StrictMath.sqrt(product.traits().length),
                shopper.likesKind(product.kind()),
                shopper.likesBrand(product.brandNumber()),
                Math.abs(product.level() - shopper.level()));
    }
}
