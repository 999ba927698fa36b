package org.amalgam.simulate;

import java.util.Locale;

/** What shoppers type when they want an item: some words of its title, in their language. */
final class Queries {

    private Queries() {}

    static String forItem(Product product, boolean chinese, Draws draws) {
        double at = draws.unit();
        if (at < 0.3) {
            return chinese ? product.noun().zh() : lower(product.noun().en());
        }
        if (at < 0.65) {
            return with(product.word(), product, chinese, "");
        }
        if (at < 0.85 && !product.colour().en().isEmpty()) {
            return with(product.colour(), product, chinese, "");
        }
        return with(product.brand(), product, chinese, " ");
    }

    private static String with(Phrase first, Product product, boolean chinese, String between) {
        return chinese
                ? first.zh() + between + product.noun().zh()
                : lower(first.en() + " " + product.noun().en());
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
