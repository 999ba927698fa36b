package org.amalgam.model.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.ImputedAttributes.Imputed;
import org.amalgam.domain.Item;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;

class AttributeComparisonTest {

    private static List<AttributeFindings> compare(Catalogue catalogue) {
        return new AttributeComparison(catalogue, 7, TaskMonitor.silent()).run();
    }

    private static AttributeFindings of(Attribute attribute, Catalogue catalogue) {
        return compare(catalogue).stream()
                .filter(one -> one.attribute() == attribute)
                .findFirst()
                .orElseThrow();
    }

    private static double accuracy(AttributeFindings findings, String method) {
        return findings.methods().stream()
                .filter(one -> one.method().equals(method))
                .mapToDouble(MethodFindings::accuracy)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTitlesTellIsLearnedByEveryMethod() {
        List<Item> complete = PlantedCatalogue.complete(1_000, 1);

        for (AttributeFindings one :
                compare(PlantedCatalogue.of(complete, PlantedCatalogue::withGaps))) {
            assertThat(one.methods())
                    .extracting(MethodFindings::method)
                    .containsExactly("majority", "knn", "svm", "tree");
            assertThat(one.known()).isEqualTo(900);
            assertThat(one.missing()).isEqualTo(100);
            assertThat(one.parts()).isEqualTo(new AttributeFindings.Parts(720, 90, 90));
            assertThat(accuracy(one, "majority")).isBetween(0.1, 0.6);
            for (String method : List.of("knn", "svm", "tree")) {
                assertThat(accuracy(one, method))
                        .as(one.attribute() + " by " + method)
                        .isGreaterThan(accuracy(one, "majority") + 0.2);
            }
            assertThat(one.chosen()).isPresent();
            assertThat(one.note()).isEmpty();
        }
    }

    @Test
    void whatIsFilledIsWhatTheShopWouldHaveSaid() {
        List<Item> complete = PlantedCatalogue.complete(1_000, 1);

        for (AttributeFindings one :
                compare(PlantedCatalogue.of(complete, PlantedCatalogue::withGaps))) {
            assertThat(one.imputed().size()).isGreaterThan(50);
            long right =
                    one.imputed().stream()
                            .filter(guess -> isTrue(guess, complete.get(guess.item())))
                            .count();
            assertThat(right).isGreaterThan(one.imputed().size() * 9L / 10);
            assertThat(one.imputed())
                    .allMatch(guess -> guess.item() % 10 == gap(one.attribute()))
                    .allMatch(guess -> guess.confidence() >= AttributeComparison.CONFIDENT)
                    .allMatch(guess -> guess.method().equals(one.chosen().orElseThrow()));
            assertThat(one.tested().guesses()).isBetween(45, 90);
        }
    }

    /** Which items lack it. */
    private static int gap(Attribute attribute) {
        return List.of(Attribute.values()).indexOf(attribute);
    }

    private static boolean isTrue(Imputed guess, Item item) {
        return switch (guess.attribute()) {
            case BRAND -> guess.value().equals(item.brand().orElseThrow());
            case CATEGORY -> guess.value().equals(item.category().orElseThrow());
            case PRICE_BAND -> guess.band().orElseThrow().contains(item.price().orElseThrow());
        };
    }

    @Test
    void whatNothingTellsIsNotFilled() {
        Random random = new Random(3);
        Catalogue catalogue =
                PlantedCatalogue.of(
                        PlantedCatalogue.complete(800, 2),
                        item ->
                                PlantedCatalogue.withBrand(
                                        item,
                                        Optional.of("b" + random.nextInt(4))
                                                .filter(brand -> item.index() % 10 > 0)));

        AttributeFindings brand = of(Attribute.BRAND, catalogue);

        for (MethodFindings method : brand.methods()) {
            assertThat(method.accuracy()).as(method.method()).isLessThan(0.45);
        }
        assertThat(brand.imputed()).isEmpty();
        assertThat(brand.note()).isPresent();
    }

    @Test
    void confidenceIsTheShareOfGuessesThatAreRight() {
        Random random = new Random(5);
        // A third of the items have a brand by chance, told by a blurred title.
        List<Item> complete = new ArrayList<>();
        for (Item item : PlantedCatalogue.complete(6_000, 4)) {
            boolean blurred = random.nextInt(3) == 0;
            Item plain = PlantedCatalogue.withPrice(item, OptionalDouble.empty());
            Optional<String> title = blurred ? Optional.of("some thing") : item.title();
            Optional<String> brand = blurred ? Optional.of("b" + random.nextInt(3)) : item.brand();
            complete.add(
                    PlantedCatalogue.withBrand(PlantedCatalogue.withTitle(plain, title), brand));
        }
        AttributeFindings brand =
                of(
                        Attribute.BRAND,
                        PlantedCatalogue.of(
                                complete,
                                item ->
                                        item.index() % 4 == 0
                                                ? PlantedCatalogue.withBrand(item, Optional.empty())
                                                : item));

        assertThat(brand.imputed().size()).isBetween(900, 1_100);
        double said =
                brand.imputed().stream().mapToDouble(Imputed::confidence).average().orElseThrow();
        double right =
                brand.imputed().stream()
                        .mapToInt(guess -> isTrue(guess, complete.get(guess.item())) ? 1 : 0)
                        .average()
                        .orElseThrow();
        assertThat(said).isCloseTo(right, within(0.04));
        assertThat(brand.tested().confidence())
                .isCloseTo(
                        (double) brand.tested().right() / brand.tested().guesses(), within(0.05));
    }

    @Test
    void whoTellsLessThanThoseThatConfidenceWasLearnedFromGetsNoGuess() {
        Catalogue catalogue =
                PlantedCatalogue.of(
                        PlantedCatalogue.complete(600, 1),
                        item -> {
                            Optional<String> madeBy = item.brand().map(brand -> "All of " + brand);
                            Item fair =
                                    PlantedCatalogue.withPrice(
                                            PlantedCatalogue.withCategory(item, madeBy),
                                            OptionalDouble.empty());
                            return switch (item.index() % 10) {
                                case 0 -> PlantedCatalogue.withCategory(fair, Optional.empty());
                                case 1 -> PlantedCatalogue.onlyBrand(item);
                                default -> fair;
                            };
                        });

        AttributeFindings category = of(Attribute.CATEGORY, catalogue);

        assertThat(category.missing()).isEqualTo(120);
        assertThat(category.imputed())
                .extracting(guess -> guess.item() % 10)
                .containsOnly(0)
                .hasSize(60);
    }

    @Test
    void itemsOfWhichNothingElseIsKnownAreNotGuessed() {
        AttributeFindings brand =
                of(
                        Attribute.BRAND,
                        PlantedCatalogue.of(
                                PlantedCatalogue.complete(400, 1), PlantedCatalogue::onlyBrand));

        for (MethodFindings method : brand.methods()) {
            assertThat(method.accuracy()).isEqualTo(accuracy(brand, "majority"));
        }
        assertThat(brand.chosen()).isEmpty();
        assertThat(brand.imputed()).isEmpty();
        assertThat(brand.note()).contains("no method beats the majority on validation");
    }

    @Test
    void withoutTitlesTheOtherAttributesAreLearnedFrom() {
        Catalogue catalogue =
                PlantedCatalogue.of(
                        PlantedCatalogue.complete(400, 1),
                        item -> {
                            String category = item.brand().equals(Optional.of("Acme")) ? "A" : "B";
                            return PlantedCatalogue.withCategory(
                                    PlantedCatalogue.withTitle(item, Optional.empty()),
                                    Optional.of(category));
                        });

        AttributeFindings category = of(Attribute.CATEGORY, catalogue);

        assertThat(accuracy(category, "svm")).isEqualTo(1);
        assertThat(accuracy(category, "tree")).isEqualTo(1);
    }

    @Test
    void aPriceThatNoItemToLearnFromHasIsPassedOver() {
        Catalogue catalogue =
                PlantedCatalogue.of(
                        PlantedCatalogue.complete(300, 1),
                        item -> {
                            Item untitled =
                                    item.index() % 3 == 0
                                            ? PlantedCatalogue.withTitle(item, Optional.empty())
                                            : item;
                            return item.index() < 2
                                    ? untitled
                                    : PlantedCatalogue.withPrice(untitled, OptionalDouble.empty());
                        });
        for (long seed = 0; seed < 5; seed++) {
            assertThat(new AttributeComparison(catalogue, seed, TaskMonitor.silent()).run())
                    .hasSize(3);
        }
    }

    @Test
    void tooFewItemsAreComparedButNotFilledAndItIsSaid() {
        List<Item> complete = PlantedCatalogue.complete(130, 1);
        AttributeFindings brand =
                of(Attribute.BRAND, PlantedCatalogue.of(complete, PlantedCatalogue::withGaps));

        assertThat(brand.methods()).hasSize(4);
        assertThat(brand.imputed()).isEmpty();
        assertThat(brand.note().orElseThrow())
                .isEqualTo(
                        "confidence cannot be told from 12 items; nothing is filled with fewer"
                                + " than 200 that have a brand");
    }

    @Test
    void aHandfulOfItemsIsNotCompared() {
        Catalogue catalogue = PlantedCatalogue.of(PlantedCatalogue.complete(19, 1), item -> item);

        assertThat(compare(catalogue))
                .allMatch(one -> one.methods().isEmpty())
                .extracting(one -> one.note().orElseThrow())
                .containsExactly(
                        "fewer than 20 items have a brand",
                        "fewer than 20 items have a category",
                        "fewer than 20 items have a price band");
    }

    @Test
    void anEmptyCatalogueHasNothingToSay() {
        assertThat(compare(new Catalogue(List.of())))
                .extracting(one -> one.note().orElseThrow())
                .containsExactly(
                        "no item has a brand",
                        "no item has a category",
                        "no item has a price band");
    }

    @Test
    void oneValueForAllIsNothingToGuess() {
        Catalogue catalogue =
                PlantedCatalogue.of(
                        PlantedCatalogue.complete(300, 1),
                        item ->
                                PlantedCatalogue.withPrice(
                                        PlantedCatalogue.withBrand(item, Optional.of("Acme")),
                                        OptionalDouble.of(5)));

        List<AttributeFindings> all = compare(catalogue);

        assertThat(all.get(0).note()).contains("all items to learn from have one brand");
        assertThat(all.get(2).note()).contains("all items to learn from have one price band");
        assertThat(all.get(1).methods()).hasSize(4);
    }

    @Test
    void aValueThatOnlyATestItemHasIsAMissForAll() {
        List<Item> complete = PlantedCatalogue.complete(300, 1);
        Catalogue catalogue =
                PlantedCatalogue.of(
                        complete,
                        item ->
                                item.index() % 5 > 0
                                        ? item
                                        : PlantedCatalogue.withBrand(
                                                item, Optional.of("only of " + item.id())));

        AttributeFindings brand = of(Attribute.BRAND, catalogue);

        assertThat(brand.unseen()).isPositive();
        double most = 1 - (double) brand.unseen() / brand.parts().test();
        for (MethodFindings method : brand.methods()) {
            assertThat(method.accuracy()).isLessThanOrEqualTo(most + 1e-12);
        }
    }

    @Test
    void titlesThatNameTheBrandAreToldApart() {
        List<Item> complete = PlantedCatalogue.complete(300, 1);
        Catalogue catalogue =
                PlantedCatalogue.of(
                        complete,
                        item ->
                                PlantedCatalogue.withTitle(
                                        item,
                                        item.index() % 2 == 0
                                                ? item.title()
                                                : Optional.of(
                                                        "mug by ACME, Folio, Norda, Pinnacle")));

        List<AttributeFindings> all = compare(catalogue);

        assertThat(all.get(0).told()).contains(true, false);
        // The titles that name all brands tell none.
        double[] accuracy = new double[2];
        for (int told = 0; told < 2; told++) {
            boolean wanted = told == 1;
            accuracy[told] =
                    IntStream.range(0, 30)
                            .filter(i -> all.get(0).told().get(i) == wanted)
                            .map(i -> all.get(0).methods().get(2).hits().get(i) ? 1 : 0)
                            .average()
                            .orElseThrow();
        }
        assertThat(accuracy[0]).isGreaterThan(accuracy[1]);
        assertThat(all.get(1).told()).containsOnly(false);
    }

    @Test
    void brandsOfOtherCaseAreTheSame() {
        Catalogue catalogue =
                PlantedCatalogue.of(
                        PlantedCatalogue.complete(300, 1),
                        item ->
                                PlantedCatalogue.withBrand(
                                        item,
                                        item.brand()
                                                .map(b -> item.index() % 2 > 0 ? b : " ACME ")));

        assertThat(of(Attribute.BRAND, catalogue).classes()).isEqualTo(4);
    }

    @Test
    void oneSeedGivesOneResultAndAnotherSplitsAnew() {
        Catalogue catalogue =
                PlantedCatalogue.of(PlantedCatalogue.complete(400, 1), PlantedCatalogue::withGaps);

        assertThat(compare(catalogue)).isEqualTo(compare(catalogue));
        assertThat(new AttributeComparison(catalogue, 8, TaskMonitor.silent()).run())
                .isNotEqualTo(compare(catalogue));
    }

    @Test
    void theLibrarySaysNothingOfItsOwn() {
        List<String> said = new ArrayList<>();
        Handler listener =
                new Handler() {
                    @Override
                    public void publish(LogRecord one) {
                        said.add(one.getLevel() + " " + one.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            compare(
                    PlantedCatalogue.of(
                            PlantedCatalogue.complete(300, 1), PlantedCatalogue::withGaps));
        } finally {
            root.removeHandler(listener);
        }

        assertThat(said).isEmpty();
    }

    @Test
    void whoeverWatchesMayStopIt() {
        TaskMonitor impatient =
                new TaskMonitor() {
                    private boolean enough;

                    @Override
                    public void progress(String what, long done, long total) {
                        assertThat(done).isLessThanOrEqualTo(total);
                        enough = what.equals("category, svm");
                    }

                    @Override
                    public boolean cancelled() {
                        return enough;
                    }
                };
        Catalogue catalogue = PlantedCatalogue.of(PlantedCatalogue.complete(300, 1), item -> item);

        assertThatThrownBy(() -> new AttributeComparison(catalogue, 1, impatient).run())
                .isInstanceOf(CancellationException.class);
    }
}
