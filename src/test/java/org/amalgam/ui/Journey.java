package org.amalgam.ui;

import static org.amalgam.ui.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amalgam.ui.chart.LiveChart;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;

/** The steps of a person's first day with the window, each checked by what is seen then. */
final class Journey {

    private static final int PLACES = 20;
    private static final int FIGURES = 6;

    /** The last two are of all lists together, of which there is one. */
    private static final int FIGURES_WITH_INTERVAL = 4;

    /** Such as {@code −0.4 (−0.9 to +0.1)}. */
    private static final Pattern INTERVAL = Pattern.compile("(\\S+?) ?[(（](\\S+) \\S+ (\\S+)[)）]");

    private final Hand hand;
    private final Eyes eyes;
    private final Messages words = new Messages();
    private Watch<Integer> hitRate;
    private Watch<Integer> weights;
    private Watch<String> counter;
    private String shopper = "";
    private String unwanted = "";
    private List<Eyes.Card> before = List.of();

    Journey(Hand hand, Eyes eyes, Language language) {
        this.hand = hand;
        this.eyes = eyes;
        words.languageProperty().set(language);
    }

    void seesAtTheFirstStart(String... texts) {
        for (String text : texts) {
            until("for " + text, () -> eyes.sees(text));
        }
        assertThat(eyes.sees(words.get("start.recent"))).isFalse();
        assertThat(eyes.sees(words.get("status.no-store"))).isTrue();
    }

    void opensTheDemoShop() {
        hitRate = Watch.begin(() -> points("chart-hr"));
        weights = Watch.begin(() -> points("chart-weights"));
        counter = Watch.begin(() -> eyes.textOf("eventCounter"));
        hand.press(words.get("start.demo-button"));
        until("for the live screen", () -> eyes.sees(words.get("shopper.top")));
    }

    void watchesItLive() {
        until("for the hit rate to grow", () -> hitRate.seen().size() > 3);
        until("for the weights to grow", () -> weights.seen().size() > 3);
        until("for events to go by", () -> counter.seen().size() > 3);
        until("for a figure", () -> eyes.textOf("tile-hr").matches("0\\.\\d{3}"));
        // Lists change when networks join, which would be taken for what the person did.
        until("for the networks", () -> !eyes.sees(words.get("work.cancel")));
        List.of(hitRate, weights, counter).forEach(Watch::end);
        assertThat(hitRate.seen()).isSorted().startsWith(0);
        assertThat(weights.seen()).isSorted().startsWith(0);
    }

    private int points(String chart) {
        return Eyes.onScreen(
                () ->
                        eyes.find(node -> chart.equals(node.getId()))
                                .map(node -> ((LiveChart) node).model())
                                .map(drawn -> drawn.names().stream().mapToInt(drawn::points).sum())
                                .orElse(0));
    }

    void findsAShopper() {
        hand.goTo(words.get("nav.shoppers"));
        hand.choose(words.get("shoppers.order"), words.get("shoppers.by-purchases"));
        until("for shoppers", () -> eyes.textsOf("shopperList", "shopper-name").size() > 3);
        shopper = eyes.textsOf("shopperList", "shopper-name").get(2);
        String did = eyes.textsOf("shopperList", "hint").get(2);
        hand.write(words.get("shoppers.search"), shopper);
        until("for the only one", () -> eyes.textOf("shopperCount").equals("1"));
        hand.takeFromList(words.get("shoppers.heading"), shopper);
        until("for the shopper", () -> eyes.textOf("shopperName").equals(shopper));
        assertThat(eyes.textOf("facts")).contains(did);
        until("for the list", () -> eyes.cards().size() == PLACES);
    }

    void readsWhyItemsAreRecommended() {
        List<String> met = eyes.textsOf("timeline", "step-title");
        assertThat(eyes.cards())
                .allSatisfy(card -> assertThat(card.reason()).isNotBlank())
                .as("naming one of %s", met)
                .anySatisfy(card -> assertThat(met).anyMatch(card.reason()::contains));
    }

    void triesAWhatIf() {
        List<String> real = titles();
        String wanted = real.get(PLACES - 1);
        hand.write(words.get("shoppers.add"), wanted);
        hand.takeFromMenu(wanted);
        until("for the change", () -> eyes.sees(words.get("shoppers.changes", 1)));
        until("for another list", () -> !titles().equals(real));
        assertThat(eyes.cards()).anyMatch(card -> !card.mark().isEmpty());
        assertThat(eyes.sees(words.get("shoppers.put-in"))).isTrue();
        hand.press(words.get("shoppers.reset"));
        until("for what happened", () -> !eyes.sees(words.get("shoppers.changes", 1)));
        until("for no marks", () -> eyes.cards().stream().allMatch(card -> card.mark().isEmpty()));
    }

    private List<String> titles() {
        return eyes.cards().stream().map(Eyes.Card::title).toList();
    }

    void writesARule() {
        unwanted = titles().get(0);
        hand.goTo(words.get("nav.rules"));
        assertThat(eyes.sees(words.get("rules.none"))).isTrue();
        hand.choose(words.get("rules.effect"), words.get("rules.effect.exclude"));
        hand.choose(words.get("rules.scope"), words.get("rules.scope.item"));
        hand.write(words.get("rules.name"), unwanted);
        hand.takeFromList(words.get("rules.suggestions"), unwanted);
    }

    void readsItsPreview() {
        hand.press(words.get("rules.preview"));
        until("for the preview", () -> eyes.textOf("previewSays").contains(unwanted));
        List<String> numbers = eyes.textsOf("previewFigures", "preview-number");
        assertThat(numbers).hasSize(3 * FIGURES);
        assertThat(numbers.get(0)).isNotEqualTo("0.0 %");
        assertThat(numbers.get(1)).isEqualTo("0.0 %");
        for (int figure = 0; figure < FIGURES_WITH_INTERVAL; figure++) {
            Matcher difference = INTERVAL.matcher(numbers.get(3 * figure + 2));
            assertThat(difference.matches()).as(numbers.toString()).isTrue();
            double middle = number(difference.group(1));
            double gained = number(numbers.get(3 * figure + 1)) - number(numbers.get(3 * figure));
            assertThat(middle).isBetween(number(difference.group(2)), number(difference.group(3)));
            assertThat(middle).isCloseTo(gained, within(0.11));
        }
    }

    private static double number(String written) {
        return Double.parseDouble(written.replace('−', '-').replaceAll("[±+,%]", "").strip());
    }

    void appliesIt() {
        hand.goTo(words.get("nav.shoppers"));
        before = eyes.cards();
        assertThat(titles()).contains(unwanted);
        hand.goTo(words.get("nav.rules"));
        hand.press(words.get("rules.apply"));
        String one = words.get("rules.count", 1, 1);
        until("for the rule", () -> eyes.textOf("countLabel").equals(one));
        assertThat(eyes.sees(words.get("rules.does.exclude"))).isTrue();
    }

    void seesItInTheNextList() {
        List<String> others = new ArrayList<>(before.stream().map(Eyes.Card::title).toList());
        others.remove(unwanted);
        hand.goTo(words.get("nav.shoppers"));
        until("for the next list", () -> !titles().contains(unwanted));
        assertThat(titles()).hasSize(PLACES).startsWith(others.toArray(String[]::new));
    }

    void undoesIt() {
        hand.undo(words.get("command.undo-that", words.get("undo.rules")));
        until("for the list as before", () -> eyes.cards().equals(before));
        hand.goTo(words.get("nav.rules"));
        until("for no rule", () -> eyes.sees(words.get("rules.none")));
        hand.goTo(words.get("nav.shoppers"));
    }

    void exportsTo(Path file) throws IOException {
        hand.press(words.get("shoppers.export-list"));
        String told = words.get("export.written", PLACES, file);
        until("for the file", () -> eyes.sees(told));
        List<Eyes.Card> seen = eyes.cards();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> written = rows.stream().toList();
            assertThat(written).hasSameSizeAs(seen);
            for (int place = 0; place < PLACES; place++) {
                assertThat(card(written.get(place))).isEqualTo(seen.get(place));
                assertThat(field(written.get(place), "export.shopper")).isEqualTo(shopper);
            }
        }
    }

    private Eyes.Card card(NamedCsvRecord row) {
        double score = Double.parseDouble(field(row, "export.score"));
        return new Eyes.Card(
                field(row, "export.place"),
                field(row, "export.title"),
                "",
                field(row, "export.reason"),
                String.format(Locale.ROOT, "%.3f", score));
    }

    private String field(NamedCsvRecord row, String column) {
        return row.getField(words.get(column));
    }
}
