package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.config.HiddenMarkovSettings;
import org.amalgam.config.MemberSettings;
import org.amalgam.config.NeighbourSettings;
import org.amalgam.config.NetworkRecipes;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.NetworkSettings.Loss;
import org.amalgam.config.SessionNeighbourSettings;
import org.amalgam.domain.UnusableInput;
import org.amalgam.model.Members;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.json"), text);
    }

    private void assertRefused(String text, String... parts) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> SettingsFile.read(file))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith(file.toString())
                .message()
                .contains(parts)
                .doesNotContain("\n");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        NetworkSettings lstm =
                NetworkSettings.lstm().toBuilder().learningRate(0.043).loss(Loss.BPR_MAX).build();
        Map<String, Record> all =
                Map.of(
                        "lstm",
                        lstm,
                        "cnn",
                        NetworkSettings.cnnForActions(),
                        "gan",
                        NetworkSettings.gan().withEpochs(3),
                        "vstan",
                        SessionNeighbourSettings.vsknn(),
                        "itemknn",
                        new NeighbourSettings(3, .5, 7, 9),
                        "hmm",
                        new HiddenMarkovSettings(List.of(4, 5), 3, 1, 10, 1_000));
        Path file = folder.resolve("all.json");

        SettingsFile.write(file, all);
        MemberSettings read = SettingsFile.read(file);

        all.forEach((member, settings) -> assertThat(read.fixed(member)).contains(settings));
        assertThat(read.origin()).isEqualTo("all.json");
    }

    @Test
    void whatItLeavesOutStaysAsItShips() throws IOException {
        MemberSettings read =
                SettingsFile.read(file("{\"cnn\": {\"learningRate\": 1, \"epochs\": 3}}"));

        assertThat(read.fixed("cnn"))
                .contains(NetworkSettings.cnn().toBuilder().learningRate(1).epochs(3).build());
        assertThat(read.recipes("lstm")).isEqualTo(NetworkRecipes.lstm());
        assertThat(read.fixed("vstan")).isEmpty();
    }

    @Test
    void anEmptyObjectMeansTheFirstOfWhatTheMemberShipsWith() throws IOException {
        assertThat(SettingsFile.read(file("{\"lstm\": {}}")).fixed("lstm"))
                .contains(NetworkSettings.lstm());
    }

    @Test
    void withoutAFileMembersUseWhatTheyShipWith() {
        assertThat(SettingsFile.read(Optional.empty())).isEqualTo(Members.shippedSettings());
    }

    @Test
    void infinityIsText() throws IOException {
        assertThat(
                        SettingsFile.read(file("{\"vstan\": {\"ageDays\": \"Infinity\"}}"))
                                .fixed("vstan"))
                .contains(SessionNeighbourSettings.vstan().withAgeDays(Double.POSITIVE_INFINITY));
    }

    @Test
    void anUnknownMember() throws IOException {
        assertRefused("{\"lstn\": {}}", "lstn", "lstm, cnn, gan, vstan, itemknn, hmm");
        assertRefused("{\"pop\": {}}", "pop", "no member of this name has settings");
    }

    @Test
    void anUnknownField() throws IOException {
        assertRefused("{\"lstm\": {\"rate\": 1}}", "lstm", "'rate'", "learningRate, encoderRate");
    }

    @Test
    void aValueOfTheWrongKind() throws IOException {
        assertRefused("{\"lstm\": {\"skip\": \"0.5\"}}", "lstm, skip = \"0.5\"", "a number");
        assertRefused("{\"lstm\": {\"skip\": null}}", "lstm, skip", "a number");
        assertRefused("{\"lstm\": {\"epochs\": 2.5}}", "epochs = 2.5", "a whole number");
        assertRefused("{\"lstm\": {\"epochs\": 99999999999}}", "epochs", "a whole number");
        assertRefused("{\"lstm\": {\"epochs\": true}}", "epochs", "a whole number");
        assertRefused("{\"lstm\": {\"loss\": \"TOP1\"}}", "loss", "[CROSS_ENTROPY, BPR_MAX]");
        assertRefused("{\"lstm\": {\"loss\": 1}}", "loss", "[CROSS_ENTROPY, BPR_MAX]");
        assertRefused("{\"hmm\": {\"stateCounts\": 4}}", "stateCounts", "a list");
    }

    @Test
    void aValueOutOfRange() throws IOException {
        assertRefused("{\"cnn\": {\"inputDropout\": 1}}", "cnn, inputDropout = 1", "in [0, 1)");
        assertRefused("{\"lstm\": {\"epochs\": 0}}", "epochs = 0", "≥ 1");
        assertRefused("{\"lstm\": {\"learningRate\": \"Infinity\"}}", "learningRate", "finite");
        assertRefused("{\"lstm\": {\"queryScale\": \"NaN\"}}", "queryScale", "above 0");
        assertRefused("{\"vstan\": {\"idf\": -1}}", "vstan, idf = -1", "≥ 0");
        assertRefused("{\"itemknn\": {\"decay\": 2}}", "decay", "(0, 1]");
        assertRefused("{\"hmm\": {\"stateCounts\": [0]}}", "stateCounts", "≥ 1");
    }

    @Test
    void whatIsNoObjectOfObjects() throws IOException {
        assertRefused("[]", "must be an object");
        assertRefused("", "must be an object");
        assertRefused("{\"lstm\": 5}", "lstm", "must be an object");
        assertRefused("{\"lstm\": {", "line 1", "is not JSON");
        assertRefused("{\"lstm\": {}} {}", "is not JSON");
        assertRefused("{\"lstm\": {\"skip\": 0, \"skip\": 1}}", "is not JSON", "skip");
    }

    @Test
    void aFileThatIsNotThere() {
        Path absent = folder.resolve("absent.json");
        assertThatThrownBy(() -> SettingsFile.read(absent))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("absent.json");
    }

    @Test
    void theDigestTellsSettingsNotTheirFile() throws IOException {
        MemberSettings shipped = Members.shippedSettings();
        MemberSettings changed = SettingsFile.read(file("{\"lstm\": {\"skip\": 0.5}}"));

        assertThat(changed.digest("lstm")).isNotEqualTo(shipped.digest("lstm"));
        assertThat(changed.digest("cnn")).isEqualTo(shipped.digest("cnn"));
        assertThat(changed.from("other").digest("lstm")).isEqualTo(changed.digest("lstm"));
        assertThat(SettingsFile.read(file("{\"vstan\": {}}")).digest("vstan"))
                .as("fixed is not searched")
                .isNotEqualTo(shipped.digest("vstan"));
    }

    @Test
    void theReportNamesTheFileAndItsValues() throws IOException {
        MemberSettings settings = SettingsFile.read(file("{\"lstm\": {\"skip\": 0.5}}"));

        Map<String, Object> rows = SettingsFile.reported(settings, List.of("lstm", "cnn", "pop"));

        assertThat(rows).containsOnlyKeys("memberSettings", "settings.lstm");
        assertThat(rows).containsEntry("memberSettings", "mine.json");
        assertThat((String) rows.get("settings.lstm")).contains("\"skip\":0.5", "\"width\":112");
        assertThat(SettingsFile.reported(Members.shippedSettings(), List.of("lstm", "gan")))
                .containsExactly(Map.entry("memberSettings", "shipped"));
    }
}
