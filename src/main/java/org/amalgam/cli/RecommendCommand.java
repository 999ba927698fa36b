package org.amalgam.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.amalgam.domain.Item;
import org.amalgam.pipeline.RecommendRequest;
import org.amalgam.pipeline.Recommendation;
import org.amalgam.pipeline.Workbench;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** One list with reasons. */
@Command(
        name = "recommend",
        description = "Recommend for one user, or for someone who has just seen some items.",
        mixinStandardHelpOptions = true)
final class RecommendCommand implements Callable<Integer> {

    @ParentCommand private AmalgamCommand root;

    @Option(names = "--db", required = true, paramLabel = "PATH", description = "the store")
    private Path store;

    @ArgGroup(multiplicity = "1")
    private Whom whom;

    @Option(names = "--k", defaultValue = "20", description = "length of the list, 20")
    private int k;

    @Option(names = "--seed", defaultValue = "42", description = "42 when not given")
    private long seed;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    /** A user or items. */
    static final class Whom {
        @Option(names = "--user", paramLabel = "U", description = "the log's own user id")
        private String user;

        @Option(names = "--items", split = ",", paramLabel = "a,b,c", description = "item ids")
        private List<String> items = List.of();
    }

    @Override
    public Integer call() {
        RecommendRequest request =
                new RecommendRequest(Optional.ofNullable(whom.user), whom.items, k, seed);
        try (Workbench workbench = root.factory().open(ExistingStore.at(store))) {
            Recommendation result = workbench.recommend(request, new ConsoleMonitor());
            System.out.println(json ? Json.of(asJson(result)) : asText(result));
        }
        return 0;
    }

    private static Map<String, Object> asJson(Recommendation result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("because", result.because().stream().map(Item::id).toList());
        document.put("list", result.list().stream().map(RecommendCommand::asJson).toList());
        return document;
    }

    private static Map<String, Object> asJson(Recommendation.Entry entry) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("rank", entry.rank());
        place.put("item", entry.item().id());
        place.put("title", entry.item().title().orElse(null));
        place.put("score", entry.score());
        place.put("shares", entry.shares());
        return place;
    }

    private static String asText(Recommendation result) {
        StringBuilder text = new StringBuilder("because of ");
        result.because().forEach(item -> text.append(name(item)).append("; "));
        for (Recommendation.Entry entry : result.list()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%n%3d  %.4f  %s",
                            entry.rank(),
                            entry.score(),
                            name(entry.item())));
        }
        return text.toString();
    }

    private static String name(Item item) {
        return item.title().map(title -> item.id() + " " + title).orElse(item.id());
    }
}
