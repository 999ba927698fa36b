package org.amalgam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.Explanation;
import org.amalgam.domain.Explanation.Carried;
import org.amalgam.domain.Item;
import org.amalgam.pipeline.Recommendation;
import org.junit.jupiter.api.Test;

class RecommendationTextTest {

    private static final Item MUG = titled(0, "red mug");
    private static final Item BOWL = titled(1, "red bowl");
    private static final Item BARE = Item.bare(2, "i2");
    private static final OptionalDouble STATED = OptionalDouble.empty();

    private static Item titled(int index, String title) {
        return new Item(
                index,
                "i" + index,
                Optional.of(title),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    private static Recommendation of(Optional<Explanation> why) {
        Recommendation.Entry entry = new Recommendation.Entry(1, MUG, .75, Map.of(), why);
        return new Recommendation(List.of(BOWL, BARE), List.of(entry));
    }

    private static Map<String, Double> shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("lstm", .5);
        shares.put("vstan", .25);
        return shares;
    }

    @Test
    void anExplainedPlaceShowsTheSumTheStepsAndTheOverlaps() {
        var why =
                new Explanation(
                        MUG,
                        .75,
                        shares(),
                        List.of(
                                new Carried(0, BOWL, .5, .8, Map.of()),
                                new Carried(1, BARE, .125, .2, Map.of())),
                        List.of(
                                new ContentOverlap(ContentOverlap.Kind.TITLE, "red", BOWL, STATED),
                                new ContentOverlap(
                                        ContentOverlap.Kind.PRICE, "9.50", BARE, STATED)));

        assertThat(RecommendationText.of(of(Optional.of(why))))
                .isEqualTo(
                        """
                        because of i1 red bowl; i2;\s
                          1  0.7500  i0 red mug
                               = lstm 0.5000 + vstan 0.2500
                               carried by i1 red bowl (80 %), i2 (20 %)
                               'red' in the title as i1; price 9.50 near that of i2""");
    }

    @Test
    void whatNoSingleItemCarriedIsSaidToBeSo() {
        var why = new Explanation(MUG, .75, shares(), List.of(), List.of());

        assertThat(RecommendationText.of(of(Optional.of(why))))
                .endsWith("\n       carried by no single item met");
    }

    @Test
    void aPlaceThatWasNotToBeExplainedIsOneLine() {
        assertThat(RecommendationText.of(of(Optional.empty())).lines()).hasSize(2);
    }

    @Test
    void whatIsImputedIsSaidToBeSoAndHowSureItIs() {
        OptionalDouble sure = OptionalDouble.of(.928);
        var why =
                new Explanation(
                        MUG,
                        .75,
                        shares(),
                        List.of(),
                        List.of(
                                new ContentOverlap(ContentOverlap.Kind.BRAND, "Acme", BOWL, sure),
                                new ContentOverlap(
                                        ContentOverlap.Kind.PRICE, "below 2.10", BARE, sure)));

        assertThat(RecommendationText.of(of(Optional.of(why))))
                .endsWith(
                        "\n       brand Acme (imputed, 93 % sure) as i1;"
                                + " price band below 2.10 (imputed, 93 % sure) as i2");
    }
}
