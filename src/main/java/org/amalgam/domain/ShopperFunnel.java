package org.amalgam.domain;

/**
 * How far shoppers came with one item; each counts once, however often they came back.
 *
 * @param met viewed it, put it into the cart or bought it
 * @param carted of these, put it into the cart or bought it without
 * @param bought of these, bought it
 */
public record ShopperFunnel(long met, long carted, long bought) {

    public ShopperFunnel {
        if (!(met >= carted && carted >= bought && bought >= 0)) {
            throw new IllegalArgumentException(met + " met, " + carted + ", " + bought);
        }
    }
}
