package org.amalgam.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.amalgam.ui.chart.Palette;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/**
 * What is drawn for an item whose log has no picture: a glyph found by words in its category, on a
 * colour that all items of the category share.
 */
record CategoryMotif(Ikon glyph, int colour) {

    private static final List<Integer> TINTS =
            List.of(
                    Palette.BLUE,
                    Palette.ORANGE,
                    Palette.GREEN,
                    Palette.VERMILION,
                    Palette.SKY,
                    Palette.PURPLE,
                    Palette.OLIVE);

    /** A glyph and the beginnings of words that call for it. */
    private record Known(Ikon glyph, List<String> words) {
        static Known of(Ikon glyph, String... words) {
            return new Known(glyph, List.of(words));
        }
    }

    /** What tells most comes first: "phone accessories" are phones, "coffee table" is furniture. */
    private static final List<Known> KNOWN =
            List.of(
                    Known.of(MaterialDesignS.SHOE_SNEAKER, "shoe", "sneaker", "boot", "鞋"),
                    Known.of(MaterialDesignC.CAMERA, "camera", "photo", "lens", "相机", "摄影"),
                    Known.of(MaterialDesignC.CELLPHONE, "phone", "mobile", "手机"),
                    Known.of(
                            MaterialDesignH.HEADPHONES,
                            "audio",
                            "headphone",
                            "earbud",
                            "speaker",
                            "音频",
                            "耳机"),
                    Known.of(
                            MaterialDesignL.LAPTOP, "computer", "laptop", "electronic", "电脑", "电子"),
                    Known.of(MaterialDesignT.TELEVISION, "tv", "television", "video", "电视"),
                    Known.of(MaterialDesignG.GAMEPAD_VARIANT, "game", "gaming", "游戏"),
                    Known.of(MaterialDesignS.SOFA, "furniture", "sofa", "chair", "家具"),
                    Known.of(MaterialDesignB.BED, "bedding", "bed", "床"),
                    Known.of(MaterialDesignL.LAMP, "light", "lamp", "灯"),
                    Known.of(MaterialDesignB.BLENDER, "appliance", "电器"),
                    Known.of(MaterialDesignP.POT_STEAM, "cook", "kitchen", "厨", "锅"),
                    Known.of(MaterialDesignC.COFFEE, "coffee", "tea", "drink", "茶", "咖啡"),
                    Known.of(MaterialDesignF.FOOD_APPLE, "food", "grocer", "snack", "食"),
                    Known.of(MaterialDesignT.TENT, "outdoor", "camping", "户外"),
                    Known.of(MaterialDesignD.DUMBBELL, "sport", "fitness", "运动"),
                    Known.of(MaterialDesignB.BAG_PERSONAL, "bag", "luggage", "backpack", "包"),
                    Known.of(MaterialDesignH.HANGER, "women", "dress", "fashion", "女装"),
                    Known.of(
                            MaterialDesignT.TSHIRT_CREW,
                            "cloth",
                            "wear",
                            "men",
                            "apparel",
                            "衣",
                            "装"),
                    Known.of(MaterialDesignR.RING, "jewel", "watch", "首饰", "表"),
                    Known.of(MaterialDesignT.TEDDY_BEAR, "toy", "baby", "kid", "玩具", "婴"),
                    Known.of(MaterialDesignP.PENCIL, "station", "office", "文具", "办公"),
                    Known.of(MaterialDesignB.BOOK_OPEN_VARIANT, "book", "magazine", "书"),
                    Known.of(MaterialDesignL.LOTION, "beaut", "cosmetic", "health", "care", "美"),
                    Known.of(MaterialDesignF.FLOWER_TULIP, "garden", "plant", "flower", "花", "园"),
                    Known.of(MaterialDesignP.PAW, "pet", "宠"),
                    Known.of(MaterialDesignC.CAR, "auto", "vehicle", "车"),
                    Known.of(MaterialDesignH.HAMMER_WRENCH, "tool", "hardware", "diy", "工具"),
                    Known.of(MaterialDesignH.HOME, "home", "house", "decor", "家"));

    /** The motif of a category path; of an unknown one, a parcel. */
    static CategoryMotif of(Optional<String> category) {
        return category.map(CategoryMotif::ofPath)
                .orElseGet(() -> new CategoryMotif(MaterialDesignP.PACKAGE_VARIANT, Palette.GREY));
    }

    private static CategoryMotif ofPath(String path) {
        String words = path.toLowerCase(Locale.ROOT);
        Ikon glyph =
                KNOWN.stream()
                        .filter(known -> known.words().stream().anyMatch(w -> begins(words, w)))
                        .findFirst()
                        .map(Known::glyph)
                        .orElse(MaterialDesignP.PACKAGE_VARIANT);
        return new CategoryMotif(glyph, TINTS.get(Math.floorMod(words.hashCode(), TINTS.size())));
    }

    /** Whether a word of the text begins so; Chinese is written without gaps between words. */
    private static boolean begins(String text, String word) {
        if (word.charAt(0) > 0x2E80) {
            return text.contains(word);
        }
        int at = text.indexOf(word);
        while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
            at = text.indexOf(word, at + 1);
        }
        return at >= 0;
    }
}
