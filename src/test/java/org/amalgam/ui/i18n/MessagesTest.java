package org.amalgam.ui.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amalgam.domain.Action;
import org.amalgam.domain.RejectedLine;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.shop.ShopWindow;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern LITERAL =
            Pattern.compile("[\"']([a-z][a-z-]*(?:\\.[a-zA-Z_-]+)+)[\"']");

    /** Keys put together at run time begin like this; what follows comes from data. */
    private static final List<String> FROM_DATA =
            List.of("profile.", "column.", "cell.", "ranker.", "series.", "stage.", "metric.");

    private static final List<String> COMPOSED = List.of("chart.", "tile.", "load.", "report.");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(
                new TreeSet<>(Messages.read(Language.ENGLISH).keySet()),
                new TreeSet<>(Messages.read(Language.CHINESE).keySet()));
    }

    @Test
    void everyKeyTheWindowUsesHasAText() throws IOException {
        Set<String> missing = new TreeSet<>(used());
        missing.removeAll(Messages.read(Language.ENGLISH).keySet());
        missing.removeIf(key -> key.matches(".*\\.(css|fxml|properties|xlsx)"));
        missing.removeIf(key -> key.matches("(amalgam|user|java|os)\\..*"));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> unused = new TreeSet<>(Messages.read(Language.ENGLISH).keySet());
        unused.removeAll(used());
        unused.removeIf(key -> FROM_DATA.stream().anyMatch(key::startsWith));
        unused.removeIf(this::composed);
        assertEquals(Set.of(), unused);
    }

    private boolean composed(String key) {
        return COMPOSED.stream().anyMatch(key::startsWith)
                && (key.matches("chart\\.(hr|mrr|weights)(\\.hint)?|chart\\.latency")
                        || key.matches("load\\.(lag|backlog|heap|gc|cpu|dropped)(\\.tip)?")
                        || key.matches("tile\\.(hr|mrr|p50|p99|pace)")
                        || key.matches("report\\.(read|kept|rejected|duplicates|repaired|bots)"));
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new HashSet<>();
        for (Action action : Action.values()) {
            used.add("action." + action);
            used.add("did." + action);
        }
        for (RejectedLine.Reason reason : RejectedLine.Reason.values()) {
            used.add("reason." + reason);
        }
        TrainRequest.ALL.forEach(member -> used.add("ranker." + member));
        ReplayRequest.FUSIONS.forEach(method -> used.add("fusion." + method));
        ShopWindow.METHODS.forEach(method -> used.add("fusion-short." + method));
        for (String root : List.of("src/main/java", "src/main/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(root, "org", "amalgam", "ui"))) {
                for (Path file : files.filter(MessagesTest::isSource).toList()) {
                    Matcher found = LITERAL.matcher(Files.readString(file, StandardCharsets.UTF_8));
                    while (found.find()) {
                        used.add(found.group(1));
                    }
                }
            }
        }
        return used;
    }

    private static boolean isSource(Path file) {
        String name = file.toString();
        return name.endsWith(".java") || name.endsWith(".fxml");
    }

    @Test
    void aTextFollowsTheLanguage() {
        Messages messages = new Messages();
        var text = messages.text("status.store", "demo", 1_200L, 3);
        assertTrue(text.get().startsWith("Store demo · 1,200 events"), text.get());
        messages.languageProperty().set(Language.CHINESE);
        assertTrue(text.get().startsWith("数据库 demo"), text.get());
    }

    @Test
    void englishIsReadEvenWhereTheSystemIsChinese() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertEquals("Data", Messages.read(Language.ENGLISH).get("nav.data"));
        } finally {
            Locale.setDefault(before);
        }
    }
}
