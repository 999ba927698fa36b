package org.amalgam.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.amalgam.config.SimulationSettings;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the log looks like a shop's: long tail, funnel, rhythm, and structure to be learned. */
final class ShopperBehaviourTest {

    @TempDir static Path dir;
    private static SimulatedFiles files;

    @BeforeAll
    static void writeOnce() throws IOException {
        ShopSimulator.write(
                SimulationSettings.of(600, 1_200, 22_000, 11), dir, TaskMonitor.silent());
        files = new SimulatedFiles(dir);
    }

    @Test
    void aTenthOfTheItemsGetsAThirdToTwoThirdsOfAllSteps() throws IOException {
        List<Integer> counts =
                counts(files.sessions()).values().stream()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        double all = counts.stream().mapToInt(Integer::intValue).sum();
        double top = counts.stream().limit(120).mapToInt(Integer::intValue).sum();

        assertThat(top / all).isBetween(0.33, 0.67);
        assertThat(counts.get(0) / all).isLessThan(0.04);
    }

    @Test
    void theFunnelNarrowsAsInAShop() throws IOException {
        Map<String, Integer> actions = new HashMap<>();
        files.sound().forEach(line -> actions.merge(line.action(), 1, Integer::sum));

        assertThat(ratio(actions, "add_to_cart", "view")).isBetween(0.06, 0.2);
        assertThat(ratio(actions, "purchase", "add_to_cart")).isBetween(0.35, 0.7);
        assertThat(ratio(actions, "return", "purchase")).isBetween(0.01, 0.1);
        assertThat(actions).containsKeys("search", "remove_from_cart", "rate", "review");
    }

    private static double ratio(Map<String, Integer> actions, String part, String whole) {
        return (double) actions.get(part) / actions.get(whole);
    }

    @Test
    void eveningsAreBusierThanNights() throws IOException {
        int[] hours = new int[24];
        files.sound().forEach(line -> hours[line.time().atZone(ZoneOffset.UTC).getHour()]++);

        assertThat(hours[20]).isGreaterThan(5 * hours[3]);
    }

    @Test
    void someShoppersSearchInChinese() throws IOException {
        List<SimulatedFiles.Line> searches =
                files.sound().stream().filter(line -> line.action().equals("search")).toList();
        long chinese = searches.stream().filter(line -> isChinese(line.fields().get(4))).count();

        assertThat((double) chinese / searches.size()).isBetween(0.1, 0.35);
    }

    @Test
    void shoppersViewWhatTheySearchedFor() throws IOException {
        Map<String, List<String>> items = new HashMap<>();
        files.rows("items.csv").forEach(row -> items.put(row.get(0), row));
        Map<String, SimulatedFiles.Line> open = new HashMap<>();
        int asked = 0;
        int answered = 0;
        for (SimulatedFiles.Line line : files.sound()) {
            SimulatedFiles.Line search = open.remove(line.user());
            if (line.action().equals("search")) {
                open.put(line.user(), line);
            } else if (search != null && isNext(search, line)) {
                asked++;
                answered += isAbout(search.fields().get(4), items.get(line.item())) ? 1 : 0;
            }
        }
        assertThat(asked).isGreaterThan(1_000);
        // Not all: a damaged line can swallow the view.
        assertThat((double) answered / asked).isGreaterThan(0.97);
    }

    /** Some searches are given up; what comes much later is not their answer. */
    private static boolean isNext(SimulatedFiles.Line search, SimulatedFiles.Line line) {
        return line.action().equals("view") && line.time().isBefore(search.time().plusSeconds(600));
    }

    private static boolean isAbout(String query, List<String> item) {
        String english = item.get(1).toLowerCase(Locale.ROOT);
        String chinese = item.get(2);
        return isChinese(query)
                ? query.codePoints().allMatch(point -> point == ' ' || chinese.indexOf(point) >= 0)
                : Stream.of(query.split(" ")).allMatch(english::contains);
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    @Test
    void successorsPredictFarBetterThanPopularity() throws IOException {
        List<List<String>> sessions = files.sessions();
        int cut = sessions.size() * 4 / 5;
        List<List<String>> train = sessions.subList(0, cut);
        List<String> popular = top20(counts(train));
        Map<String, Map<String, Integer>> successors = new HashMap<>();
        for (List<String> session : train) {
            for (int i = 1; i < session.size(); i++) {
                successors
                        .computeIfAbsent(session.get(i - 1), item -> new HashMap<>())
                        .merge(session.get(i), 1, Integer::sum);
            }
        }
        int cases = 0;
        int popularHits = 0;
        int successorHits = 0;
        for (List<String> session : sessions.subList(cut, sessions.size())) {
            for (int i = 1; i < session.size(); i++) {
                // Adding what one looks at to the cart is no feat to predict.
                if (session.get(i).equals(session.get(i - 1))) {
                    continue;
                }
                cases++;
                popularHits += popular.contains(session.get(i)) ? 1 : 0;
                Map<String, Integer> next = successors.getOrDefault(session.get(i - 1), Map.of());
                successorHits += top20(next).contains(session.get(i)) ? 1 : 0;
            }
        }
        double popularHr = (double) popularHits / cases;
        double successorHr = (double) successorHits / cases;

        assertThat(cases).isGreaterThan(2_000);
        assertThat(successorHr).isBetween(0.28, 0.55);
        assertThat(popularHr).isBetween(0.03, 0.2);
        assertThat(successorHr).isGreaterThan(2 * popularHr);
    }

    private static Map<String, Integer> counts(List<List<String>> sessions) {
        Map<String, Integer> counts = new HashMap<>();
        sessions.forEach(items -> items.forEach(item -> counts.merge(item, 1, Integer::sum)));
        return counts;
    }

    private static List<String> top20(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(20)
                .map(Map.Entry::getKey)
                .toList();
    }
}
