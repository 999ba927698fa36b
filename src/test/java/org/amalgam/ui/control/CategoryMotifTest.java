package org.amalgam.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

class CategoryMotifTest {

    private static CategoryMotif of(String category) {
        return CategoryMotif.of(Optional.of(category));
    }

    @Test
    void aGlyphIsFoundByAWordOfThePath() {
        assertThat(of("Shoes").glyph()).isEqualTo(MaterialDesignS.SHOE_SNEAKER);
        assertThat(of("Electronics/Cameras").glyph()).isEqualTo(MaterialDesignC.CAMERA);
        assertThat(of("女鞋").glyph()).isEqualTo(MaterialDesignS.SHOE_SNEAKER);
    }

    @Test
    void partsOfWordsDoNotCount() {
        assertThat(of("Education").glyph()).isEqualTo(MaterialDesignP.PACKAGE_VARIANT);
        assertThat(of("Scarves").glyph()).isEqualTo(MaterialDesignP.PACKAGE_VARIANT);
    }

    @Test
    void aCategoryAlwaysHasTheSameColour() {
        assertThat(of("Pets")).isEqualTo(of("Pets"));
    }

    @Test
    void everyCategoryOfTheDemoShopHasAGlyphOfItsOwn() {
        List<String> demo =
                List.of(
                        "Audio",
                        "Cameras",
                        "Computers",
                        "Phone Accessories",
                        "Kitchen Appliances",
                        "Cookware",
                        "Furniture",
                        "Bedding",
                        "Lighting",
                        "Women's Clothing",
                        "Men's Clothing",
                        "Shoes",
                        "Bags",
                        "Outdoor Sports",
                        "Toys",
                        "Stationery",
                        "Beauty",
                        "Coffee and Tea",
                        "Garden",
                        "Pets");

        assertThat(demo.stream().map(category -> of(category).glyph()).distinct())
                .hasSameSizeAs(demo)
                .doesNotContain(MaterialDesignP.PACKAGE_VARIANT);
    }

    @Test
    void withoutCategoryThereIsAParcel() {
        assertThat(CategoryMotif.of(Optional.empty()).glyph())
                .isEqualTo(MaterialDesignP.PACKAGE_VARIANT);
    }
}
