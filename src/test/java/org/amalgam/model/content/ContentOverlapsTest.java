package org.amalgam.model.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.ContentOverlap.Kind;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.Item;
import org.junit.jupiter.api.Test;

class ContentOverlapsTest {

    private static Item titled(int index, String title, String titleZh) {
        return new Item(
                index,
                "i" + index,
                Optional.of(title).filter(t -> !t.isEmpty()),
                Optional.of(titleZh).filter(t -> !t.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    static Item item(int index, String brand, String category, double price) {
        return new Item(
                index,
                "i" + index,
                Optional.empty(),
                Optional.empty(),
                Optional.of(brand).filter(b -> !b.isEmpty()),
                Optional.of(category).filter(c -> !c.isEmpty()),
                price > 0 ? OptionalDouble.of(price) : OptionalDouble.empty());
    }

    private static List<String> shared(Item item, Item... met) {
        return ContentOverlaps.of(item, List.of(met), ImputedAttributes.none()).stream()
                .map(one -> one.kind() + " " + one.what() + " " + one.with().id())
                .toList();
    }

    @Test
    void theSameBrandIsFoundHoweverItIsWritten() {
        assertThat(shared(item(0, "Acme", "", 0), item(1, " ACME", "", 0)))
                .containsExactly("BRAND Acme i1");
        assertThat(shared(item(0, "Acme", "", 0), item(1, "Other", "", 0))).isEmpty();
    }

    @Test
    void theDeepestSharedCategoryIsNamed() {
        Item item = item(0, "", "Home > Kitchen > Knives", 0);

        assertThat(
                        shared(
                                item,
                                item(1, "", "Home>Garden", 0),
                                item(2, "", "home > kitchen > Pans", 0)))
                .containsExactly("CATEGORY Home > Kitchen i2");
        assertThat(shared(item, item(1, "", "Toys > Kitchen", 0))).isEmpty();
    }

    @Test
    void pricesAreAlikeUpToAFifthOfTheHigherOne() {
        Item item = item(0, "", "", 80);

        assertThat(shared(item, item(1, "", "", 100))).containsExactly("PRICE 80.00 i1");
        assertThat(shared(item, item(1, "", "", 100.01))).isEmpty();
        assertThat(shared(item, item(1, "", "", 64))).containsExactly("PRICE 80.00 i1");
        assertThat(shared(item, item(1, "", "", 63.99))).isEmpty();
        assertThat(shared(item(0, "", "", 0), item(1, "", "", 0))).isEmpty();
    }

    @Test
    void wordsThatSayNothingAreNoOverlap() {
        assertThat(shared(titled(0, "Set of 2 red Mugs", ""), titled(1, "box of 2 mugs, RED", "")))
                .containsExactly("TITLE red mugs i1");
        assertThat(shared(titled(0, "a lamp for the desk", ""), titled(1, "pen for the road", "")))
                .isEmpty();
    }

    @Test
    void theBrandsOwnWordsAreNotSaidTwice() {
        assertThat(shared(ofFolio(0, "Folio red notebook"), ofFolio(1, "folio Red pen")))
                .containsExactly("BRAND Folio i1", "TITLE red i1");
    }

    private static Item ofFolio(int index, String title) {
        return new Item(
                index,
                "i" + index,
                Optional.of(title),
                Optional.empty(),
                Optional.of("Folio"),
                Optional.empty(),
                OptionalDouble.empty());
    }

    @Test
    void chineseTitlesShareStretchesOfTwoCharactersAndMore() {
        assertThat(shared(titled(0, "", "红色纸灯笼"), titled(1, "", "蓝色纸灯笼")))
                .containsExactly("TITLE 色纸灯笼 i1");
        assertThat(shared(titled(0, "", "不锈钢厨刀"), titled(1, "", "厨刀刀架 不锈")))
                .containsExactly("TITLE 不锈 厨刀 i1");
        assertThat(shared(titled(0, "", "红茶"), titled(1, "", "绿茶"))).isEmpty();
        assertThat(shared(titled(0, "", "云朵系列"), titled(1, "", "海洋系列"))).isEmpty();
    }

    @Test
    void charactersOfTwoUnitsAreNotCutApart() {
        // U+20000 and U+20001 begin with the same unit.
        assertThat(shared(titled(0, "", "灯笼\uD840\uDC00"), titled(1, "", "灯笼\uD840\uDC01")))
                .containsExactly("TITLE 灯笼 i1");
    }

    @Test
    void theItemMetThatSharesMostWordsIsNamedAndOfEqualsTheLatest() {
        Item item = titled(0, "red paper lantern", "");

        assertThat(
                        shared(
                                item,
                                titled(1, "lantern", ""),
                                titled(2, "paper lantern", ""),
                                titled(3, "red lantern", "")))
                .containsExactly("TITLE paper lantern i2");
    }

    @Test
    void anItemSharesNothingWithItself() {
        Item item = item(0, "Acme", "Home", 10);

        assertThat(shared(item, item)).isEmpty();
        assertThat(shared(item, item, item(1, "Acme", "", 0))).containsExactly("BRAND Acme i1");
    }

    @Test
    void oneOverlapOfEachKindInAFixedOrder() {
        Item item = item(0, "Acme", "Home", 10);
        List<ContentOverlap> overlaps =
                ContentOverlaps.of(
                        item,
                        List.of(item(2, "Acme", "Home", 11), item(1, "Acme", "Home", 10)),
                        ImputedAttributes.none());

        assertThat(overlaps)
                .extracting(ContentOverlap::kind)
                .containsExactly(Kind.BRAND, Kind.CATEGORY, Kind.PRICE);
        assertThat(overlaps).allMatch(one -> one.with().index() == 2);
    }

    @Test
    void nothingIsSharedWithNothingMet() {
        assertThat(
                        ContentOverlaps.of(
                                item(0, "Acme", "Home", 10), List.of(), ImputedAttributes.none()))
                .isEmpty();
        assertThat(shared(Item.bare(0, "x"), Item.bare(1, "y"))).isEmpty();
    }
}
