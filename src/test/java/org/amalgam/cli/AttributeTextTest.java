package org.amalgam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.pipeline.AttributeReport;
import org.amalgam.pipeline.AttributeReport.Confident;
import org.amalgam.pipeline.AttributeReport.Figures;
import org.amalgam.pipeline.AttributeReport.Gain;
import org.amalgam.pipeline.AttributeReport.Row;
import org.amalgam.pipeline.AttributeReport.Untold;
import org.junit.jupiter.api.Test;

class AttributeTextTest {

    private static final List<Figures> METHODS =
            List.of(
                    new Figures("majority", OptionalDouble.empty(), .25, .1),
                    new Figures("knn", OptionalDouble.of(5), .5, .4),
                    new Figures("svm", OptionalDouble.of(.3), .75, .6),
                    new Figures("tree", OptionalDouble.of(12), .625, .5));

    private static String text(Row row) {
        return AttributeText.of(
                new AttributeReport(
                        42,
                        "digest",
                        9,
                        .9,
                        Map.of(),
                        3,
                        Path.of("shop.imputed.json"),
                        List.of(row)));
    }

    private static Row row(int known, Optional<Untold> untold, int missing, int filled) {
        return new Row(
                "brand",
                known,
                missing,
                3,
                80,
                10,
                10,
                2,
                METHODS,
                untold,
                Optional.of("svm"),
                Optional.of(new Gain(.5, .25, .75)),
                new Confident(8, 6, .925),
                filled,
                Optional.empty());
    }

    @Test
    void figuresOfAllMethodsStandBesideTheMajority() {
        String text = text(row(100, Optional.empty(), 10, 8));

        assertThat(text)
                .contains("brand      0.250     0.500  0.750  0.625  svm   0.300    +0.500 (0.250")
                .contains("brand      0.100     0.400  0.600  0.500")
                .contains("brand      8              6      0.750      0.925  8")
                .contains("brand: 2 test items have a value that no item to learn from has")
                .contains("8 guesses kept in shop.imputed.json; seed 42, 3 s")
                .doesNotContain("sample", "another kind");
    }

    @Test
    void aSampleIsSaidToBeOne() {
        assertThat(text(row(3_000, Optional.empty(), 10, 8)))
                .contains("brand: a sample of 100 of the 3,000 items with one");
    }

    @Test
    void titlesThatNameTheBrandAreNoSmallMatter() {
        Map<String, Double> accuracy = new LinkedHashMap<>();
        accuracy.put("majority", .25);
        accuracy.put("svm", .5);

        assertThat(text(row(100, Optional.of(new Untold(4, accuracy)), 10, 8)))
                .contains(
                        "brand: the titles of all but 4 test items name it; accuracy on these:"
                                + " majority 0.250, svm 0.500");
        assertThat(text(row(100, Optional.of(new Untold(0, Map.of())), 10, 8)))
                .contains("brand: the titles of all test items name it, so these figures flatter");
    }

    @Test
    void gapsThatAreUnlikeTheTestItemsAreToldOf() {
        assertThat(text(row(100, Optional.empty(), 100, 3)))
                .contains("confident of 80 % of the test items but of 3 % of those without one:");
    }
}
