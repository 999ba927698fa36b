package org.amalgam.app;

import static org.amalgam.app.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amalgam.pipeline.Workbench;
import org.amalgam.pipeline.Workbenches;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guessing of attributes by the command line, from the log to the explanation. */
class AttributeCommandLineTest {

    private static final List<String> SERIES = List.of("dawn", "dusk", "noon", "mist");
    private static final List<String> BRANDS = List.of("Acme", "Folio", "Norda", "Pinnacle");

    /** Every so manieth item is without a brand. */
    private static final int GAP = 10;

    @TempDir private Path home;

    private String store;

    @BeforeEach
    void shop() throws IOException {
        store = home.resolve("shop").toString();
        List<String> items = new ArrayList<>(List.of("item,title,brand,category,price"));
        List<String> events = new ArrayList<>(List.of("timestamp,user,item,action"));
        for (int i = 0; i < 600; i++) {
            int series = i * 7 % 4;
            String brand = i % GAP == 0 ? "" : BRANDS.get(series);
            items.add(
                    "i"
                            + i
                            + ","
                            + SERIES.get(series)
                            + (i % 3 == 0 ? " thing by " + BRANDS.get(series) : " thing")
                            + ","
                            + brand
                            + ",,");
            events.add((1_700_000_000 + 40 * i) + ",u" + i / 5 + ",i" + i + ",view");
        }
        write("items.csv", items);
        write("events.csv", events);
    }

    private void write(String name, List<String> lines) throws IOException {
        Path file = home.resolve(name);
        Files.write(file, lines);
        assertThat(run("import", file.toString(), "--db", store).code()).isZero();
    }

    private JsonNode attributes() throws IOException {
        CommandRun ran = run("profile", "--db", store, "--attributes", "--json", "--seed", "3");
        assertThat(ran.code()).as(ran.error()).isZero();
        return new ObjectMapper().readTree(ran.out());
    }

    @Test
    void oneDocumentTellsHowWellEachAttributeCanBeGuessed() throws IOException {
        JsonNode document = attributes();

        assertThat(document.get("schema").asText()).isEqualTo("amalgam.attributes/1");
        assertThat(document.get("seed").asLong()).isEqualTo(3);
        assertThat(document.get("items").asInt()).isEqualTo(600);
        JsonNode brand = document.get("attributes").get(0);
        assertThat(brand.get("attribute").asText()).isEqualTo("brand");
        assertThat(brand.get("known").asInt()).isEqualTo(540);
        assertThat(brand.get("missing").asInt()).isEqualTo(60);
        assertThat(brand.get("cases").asInt()).isEqualTo(54);
        assertThat(brand.get("methods").get("majority").get("accuracy").asDouble()).isLessThan(.5);
        assertThat(brand.get("methods").get("svm").get("accuracy").asDouble()).isOne();
        assertThat(brand.get("untold").get("cases").asInt()).isBetween(18, 50);
        assertThat(brand.get("gain").get("low").asDouble()).isPositive();
        assertThat(brand.get("filled").asInt()).isEqualTo(60);
        JsonNode price = document.get("attributes").get(2);
        assertThat(price.get("note").asText()).isEqualTo("no item has a price band");
    }

    @Test
    void aPersonReadsTables() {
        CommandRun ran = run("profile", "--db", store, "--attributes");

        assertThat(ran.code()).as(ran.error()).isZero();
        assertThat(ran.out())
                .contains("accuracy on the test items", "macro F1 on the test items")
                .contains("category: no item has a category")
                .containsPattern("60 guesses kept in .*shop\\.imputed\\.json; seed 42");
    }

    @Test
    void theStoreStaysAsItIsAndExplanationsNameTheGuessAsOne() throws IOException {
        String before;
        try (Workbench workbench = new Workbenches().open(Path.of(store))) {
            before = workbench.catalogue().items().toString();
        }
        assertThat(explained()).doesNotContain("imputed, ");
        attributes();
        try (Workbench workbench = new Workbenches().open(Path.of(store))) {
            assertThat(workbench.catalogue().items().toString()).isEqualTo(before);
        }
        assertThat(explained()).contains("brand Acme (imputed, 9");
        assertThat(overlapsAsJson())
                .anyMatch(
                        one ->
                                one.get("imputed").asBoolean()
                                        && one.get("kind").asText().equals("brand")
                                        && one.get("confidence").asDouble() >= .9)
                .anyMatch(one -> !one.get("imputed").asBoolean() && !one.has("confidence"));
        write("more.csv", List.of("timestamp,user,item,action", "1800000000,u1,i1,view"));
        assertThat(explained()).as("guesses of other data").doesNotContain("imputed, ");
    }

    private List<JsonNode> overlapsAsJson() throws IOException {
        CommandRun ran =
                run("recommend", "--db", store, "--items", "i0,i20", "--json", "--explain", "20");
        List<JsonNode> overlaps = new ArrayList<>();
        new ObjectMapper()
                .readTree(ran.out())
                .findValues("overlaps")
                .forEach(place -> place.forEach(overlaps::add));
        return overlaps;
    }

    /** For someone who has just seen the items of Acme without a brand and some with it. */
    private String explained() {
        CommandRun ran =
                run("recommend", "--db", store, "--items", "i0,i20", "--k", "20", "--explain=20");
        assertThat(ran.code()).as(ran.error()).isZero();
        return ran.out();
    }
}
