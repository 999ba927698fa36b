package org.amalgam.model.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.junit.jupiter.api.Test;

class ContentVectorsTest {

    @Test
    void itemsThatShareWordsAreAlikeAndOthersAreNot() {
        ContentVectors vectors =
                ContentVectors.of(
                        titled(
                                "red paper lantern",
                                "blue paper lantern",
                                "steel kitchen knife",
                                "kitchen knife block"),
                        1);

        assertThat(vectors.likeness(0, 1)).isGreaterThan(0.6);
        assertThat(vectors.likeness(2, 3)).isGreaterThan(0.6);
        assertThat(vectors.likeness(0, 2)).isLessThan(0.1);
    }

    @Test
    void wordsOfOneStemAreAlikeByTheirPieces() {
        ContentVectors vectors =
                ContentVectors.of(
                        titled(
                                "lanterns",
                                "lantern",
                                "lanternlight",
                                "spoons",
                                "spoon",
                                "spoonful"),
                        1);

        assertThat(vectors.likeness(0, 1)).isGreaterThan(0.5);
        assertThat(vectors.likeness(0, 4)).isLessThan(0.1);
    }

    @Test
    void chineseTitlesAreReadByCharactersAndPairs() {
        List<Item> items = new ArrayList<>();
        for (String title : List.of("红色纸灯笼", "蓝色纸灯笼", "不锈钢厨刀", "厨刀刀架")) {
            items.add(
                    new Item(
                            items.size(),
                            title,
                            Optional.empty(),
                            Optional.of(title),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalDouble.empty()));
        }

        ContentVectors vectors = ContentVectors.of(new Catalogue(items), 1);

        assertThat(vectors.likeness(0, 1)).isGreaterThan(0.8);
        assertThat(vectors.likeness(0, 2)).isLessThan(0.1);
        assertThat(ItemTokens.words(items.get(2)))
                .containsExactly("不", "不锈", "锈", "锈钢", "钢", "钢厨", "厨", "厨刀", "刀");
    }

    @Test
    void anItemWithoutContentHasNoVectorRatherThanZeros() {
        List<Item> items = new ArrayList<>(titled("paper lantern", "paper lantern").items());
        items.add(Item.bare(2, "bare"));

        ContentVectors vectors = ContentVectors.of(new Catalogue(items), 1);

        assertThat(vectors.has(0)).isTrue();
        assertThat(vectors.has(2)).isFalse();
        assertThat(vectors.count()).isEqualTo(2);
        assertThatThrownBy(() -> vectors.copy(2, new float[vectors.width()], 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCatalogueOfIdsAloneHasNoContentAtAll() {
        ContentVectors vectors =
                ContentVectors.of(new Catalogue(List.of(Item.bare(0, "a"), Item.bare(1, "b"))), 1);

        assertThat(vectors.width()).isZero();
        assertThat(vectors.count()).isZero();
    }

    @Test
    void brandCategoryAndPriceCount() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(
                    new Item(
                            i,
                            "i" + i,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(i % 2 == 0 ? "Acme" : "Zenith"),
                            Optional.of(i % 4 < 2 ? "home > lamps" : "home > knives"),
                            OptionalDouble.of(1 + i)));
        }

        ContentVectors vectors = ContentVectors.of(new Catalogue(items), 1);

        assertThat(vectors.likeness(0, 4)).isGreaterThan(vectors.likeness(0, 1));
        assertThat(vectors.likeness(0, 1)).isGreaterThan(vectors.likeness(0, 3));
    }

    @Test
    void onlyTheFieldsAskedForCount() {
        ContentVectors vectors =
                ContentVectors.of(titled("a lamp", "a lamp"), EnumSet.of(ContentField.BRAND), 1);

        assertThat(vectors.count()).isZero();
    }

    @Test
    void oneSeedGivesTheSameVectors() {
        Catalogue catalogue = titled("red lamp", "blue lamp", "blue knife", "red knife");
        ContentVectors one = ContentVectors.of(catalogue, 7);
        ContentVectors other = ContentVectors.of(catalogue, 7);

        for (int item = 0; item < 4; item++) {
            float[] a = new float[one.width()];
            float[] b = new float[one.width()];
            one.copy(item, a, 0);
            other.copy(item, b, 0);
            assertThat(a).isEqualTo(b);
        }
    }

    private static Catalogue titled(String... titles) {
        List<Item> items = new ArrayList<>();
        for (String title : titles) {
            items.add(
                    new Item(
                            items.size(),
                            "item-" + items.size(),
                            Optional.of(title),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalDouble.empty()));
        }
        return new Catalogue(items);
    }
}
