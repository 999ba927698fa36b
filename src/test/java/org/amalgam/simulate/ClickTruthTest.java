package org.amalgam.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.amalgam.domain.UnusableInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickTruthTest {

    private static final Instant BEFORE = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-04-01T00:00:00Z");

    @TempDir Path truth;

    @BeforeEach
    void writeTruth() throws IOException {
        Files.writeString(
                truth.resolve("clicks.json"),
                "{\"parameters\": {\"intercept\": -1, \"tasteWeight\": 0.5, \"kindWeight\": 2,"
                        + " \"brandWeight\": 3, \"priceWeight\": 0.25, \"examinationPower\": 0.7,"
                        + " \"cartGivenClick\": 0.3, \"purchaseGivenCart\": 0.5}}");
        Files.writeString(
                truth.resolve("items.csv"),
                """
                item,brand,kind,price_level,traits
                mug,Nord,mugs,1.0,1.0 0.0 0.0 2.0
                lamp,Sol,lamps,0.0,0.0 1.0 0.0 0.0
                """);
        Files.writeString(
                truth.resolve("users.csv"),
                """
                user,price_level,favourite_kinds,favourite_brands,taste
                ann,0.5,mugs; cups,Sol; Luna,1.0 2.0 3.0 4.0
                """);
        Files.writeString(
                truth.resolve("drift.csv"),
                """
                time,scope,who,what,from,to
                2026-03-10T00:00:00Z,category,mugs,popularity,1,2
                2026-03-15T00:00:00Z,shopper,ann,favourite kind,mugs,lamps
                """);
    }

    private double clicks(Instant time, String... list) {
        return ClickTruth.read(truth).expectedClicks(time, "ann", List.of(list)).orElseThrow();
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    @Test
    void aListsClicksAreExaminationTimesAttractionByHand() {
        // taste · traits / √4: mug (1 + 8) / 2, lamp 2 / 2
        double mug = logistic(-1 + 0.5 * 4.5 + 2 - 0.25 * 0.5);
        double lamp = logistic(-1 + 0.5 * 1 + 3 - 0.25 * 0.5);

        assertThat(clicks(BEFORE, "mug", "lamp"))
                .isCloseTo(mug + Math.pow(2, -0.7) * lamp, within(1e-12));
        assertThat(clicks(BEFORE, "lamp", "mug"))
                .isCloseTo(lamp + Math.pow(2, -0.7) * mug, within(1e-12));
    }

    @Test
    void aTasteThatChangedCountsFromItsTimeOn() {
        assertThat(clicks(AFTER, "mug")).isLessThan(clicks(BEFORE, "mug"));
        assertThat(clicks(AFTER, "lamp"))
                .isCloseTo(logistic(-1 + 0.5 * 1 + 2 + 3 - 0.25 * 0.5), within(1e-12));
    }

    @Test
    void whatTheShopDoesNotKnowGetsNothing() {
        assertThat(clicks(BEFORE, "nothing")).isZero();
        assertThat(clicks(BEFORE, "nothing", "mug"))
                .isCloseTo(Math.pow(2, -0.7) * clicks(BEFORE, "mug"), within(1e-12));
        assertThat(ClickTruth.read(truth).expectedClicks(BEFORE, "robot", List.of("mug")))
                .isEmpty();
    }

    @Test
    void aBrandOfOneNameInTwoDepartmentsIsReadOnce() throws IOException {
        double before = clicks(BEFORE, "lamp");
        Path users = truth.resolve("users.csv");
        Files.writeString(users, Files.readString(users).replace("Sol; Luna", "Sol; Luna; Sol"));

        assertThat(clicks(BEFORE, "lamp")).isEqualTo(before);
    }

    @Test
    void aFolderWithoutOneOfTheFilesIsRefused() throws IOException {
        Files.delete(truth.resolve("users.csv"));

        assertThatThrownBy(() -> ClickTruth.read(truth))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("users.csv")
                .hasMessageContaining("--truth");
    }
}
