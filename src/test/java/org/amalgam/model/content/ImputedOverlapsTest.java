package org.amalgam.model.content;

import static org.amalgam.model.content.ContentOverlapsTest.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.ContentOverlap.Kind;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.ImputedAttributes.Imputed;
import org.amalgam.domain.Item;
import org.amalgam.domain.PriceBand;
import org.junit.jupiter.api.Test;

class ImputedOverlapsTest {

    private static Imputed guess(int item, Attribute attribute, String value, double confidence) {
        return new Imputed(item, attribute, value, Optional.empty(), confidence, "svm");
    }

    private static Imputed priced(int item, double from, double below, double confidence) {
        PriceBand band = new PriceBand(from, below);
        return new Imputed(
                item, Attribute.PRICE_BAND, band.text(), Optional.of(band), confidence, "tree");
    }

    private static List<ContentOverlap> of(Item item, List<Item> met, Imputed... imputed) {
        return ContentOverlaps.of(item, met, new ImputedAttributes(List.of(imputed)));
    }

    @Test
    void aGuessedBrandIsSharedAndCarriesItsConfidence() {
        Item met = item(1, "ACME", "", 0);
        List<ContentOverlap> overlaps =
                of(item(0, "", "", 0), List.of(met), guess(0, Attribute.BRAND, "Acme", .93));

        assertThat(overlaps)
                .containsExactly(
                        new ContentOverlap(Kind.BRAND, "Acme", met, OptionalDouble.of(.93)));
    }

    @Test
    void theItemMetIsNamedAsTheShopHasItNotWithTheGuess() {
        Item met = item(1, "", "", 0);
        List<ContentOverlap> overlaps =
                of(item(0, "Acme", "", 0), List.of(met), guess(1, Attribute.BRAND, "Acme", .93));

        assertThat(overlaps.get(0).with()).isEqualTo(met);
    }

    @Test
    void twoGuessesAreOnlyAsSureAsBothTogether() {
        List<ContentOverlap> overlaps =
                of(
                        item(0, "", "", 0),
                        List.of(item(1, "", "", 0)),
                        guess(0, Attribute.CATEGORY, "Home > Kitchen > Pans", .9),
                        guess(1, Attribute.CATEGORY, "home > kitchen", .95));

        assertThat(overlaps).hasSize(1);
        assertThat(overlaps.get(0).what()).isEqualTo("Home > Kitchen");
        assertThat(overlaps.get(0).confidence().orElseThrow()).isCloseTo(.855, within(1e-12));
    }

    @Test
    void whatTheShopSaysGoesBeforeAnyGuess() {
        List<ContentOverlap> overlaps =
                of(
                        item(0, "Acme", "", 0),
                        List.of(item(1, "", "", 0), item(2, "Acme", "", 0)),
                        guess(1, Attribute.BRAND, "Acme", .99));

        assertThat(overlaps)
                .containsExactly(
                        new ContentOverlap(
                                Kind.BRAND,
                                "Acme",
                                item(2, "Acme", "", 0),
                                OptionalDouble.empty()));
    }

    @Test
    void aGuessedPriceBandIsSharedWithAPriceInItAndWithTheSameBandOnly() {
        Item open = item(0, "", "", 0);
        Imputed band = priced(0, 2.1, 4.95, .92);

        assertThat(of(open, List.of(item(1, "", "", 4.95)), band)).isEmpty();
        assertThat(of(open, List.of(item(1, "", "", 2.1)), band))
                .extracting(ContentOverlap::what)
                .containsExactly("2.10 to 4.95");
        assertThat(of(item(1, "", "", 3), List.of(open), band))
                .extracting(ContentOverlap::what)
                .containsExactly("2.10 to 4.95");
        Item other = item(1, "", "", 0);
        assertThat(of(open, List.of(other), band, priced(1, 2.1, 4.95, .9))).hasSize(1);
        assertThat(of(open, List.of(other), band, priced(1, 0, 2.1, .9))).isEmpty();
    }

    @Test
    void guessesThatDifferShareNothing() {
        assertThat(
                        of(
                                item(0, "", "", 0),
                                List.of(item(1, "Other", "", 0), item(2, "", "", 0)),
                                guess(0, Attribute.BRAND, "Acme", .93)))
                .isEmpty();
    }
}
