package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.ImputedAttributes.Imputed;
import org.amalgam.domain.Item;
import org.amalgam.domain.PriceBand;
import org.amalgam.domain.UnusableInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImputedFileTest {

    private static final Catalogue CATALOGUE =
            new Catalogue(List.of(Item.bare(0, "a"), Item.bare(1, "b \"quoted\"")));

    private static final PriceBand HIGHEST = new PriceBand(12.75, Double.POSITIVE_INFINITY);

    private static final ImputedAttributes GUESSES =
            new ImputedAttributes(
                    List.of(
                            new Imputed(0, Attribute.BRAND, "Acme", Optional.empty(), .93, "svm"),
                            new Imputed(
                                    1,
                                    Attribute.PRICE_BAND,
                                    HIGHEST.text(),
                                    Optional.of(HIGHEST),
                                    .9,
                                    "knn")));

    @TempDir private Path folder;

    private ImputedFile file() {
        return new ImputedFile(folder.resolve("shop.imputed.json"));
    }

    @Test
    void whatIsWrittenIsRead() {
        file().write(GUESSES, "digest", CATALOGUE, 42);

        assertThat(file().read("digest", CATALOGUE).all()).isEqualTo(GUESSES.all());
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void guessesOfOtherDataAreNone() {
        file().write(GUESSES, "digest", CATALOGUE, 42);

        assertThat(file().read("another", CATALOGUE).all()).isEmpty();
    }

    @Test
    void withoutAFileThereAreNone() {
        assertThat(file().read("digest", CATALOGUE).all()).isEmpty();
    }

    @Test
    void guessesTakeThePlaceOfEarlierOnes() {
        file().write(GUESSES, "digest", CATALOGUE, 42);
        file().write(ImputedAttributes.none(), "digest", CATALOGUE, 42);

        assertThat(file().read("digest", CATALOGUE).all()).isEmpty();
    }

    @Test
    void aDamagedFileIsOneLineThatSaysWhatToDo() throws IOException {
        file().write(GUESSES, "digest", CATALOGUE, 42);
        String good = Files.readString(file().path());
        for (String bad :
                List.of(
                        good.substring(0, good.length() / 2),
                        "[]",
                        good.replace("\"a\"", "\"gone\""),
                        good.replace("\"brand\"", "\"colour\""),
                        good.replace("0.93", "1.93"),
                        good.replace("\"svm\"", "7"))) {
            Files.writeString(file().path(), bad);
            assertThatThrownBy(() -> file().read("digest", CATALOGUE))
                    .isInstanceOf(UnusableInput.class)
                    .hasMessageContaining("shop.imputed.json")
                    .hasMessageContaining("profile --attributes");
        }
    }
}
