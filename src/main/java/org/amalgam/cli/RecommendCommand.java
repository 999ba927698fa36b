package org.amalgam.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.Explanation;
import org.amalgam.domain.Item;
import org.amalgam.pipeline.RecommendRequest;
import org.amalgam.pipeline.Recommendation;
import org.amalgam.pipeline.SettingsFile;
import org.amalgam.pipeline.TrainRequest;
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

    /** As many as one reads. */
    private static final String FEW = "5";

    @ParentCommand private AmalgamCommand root;

    @Option(names = "--db", required = true, paramLabel = "PATH", description = "the store")
    private Path store;

    @ArgGroup(multiplicity = "1")
    private Whom whom;

    @Option(names = "--k", defaultValue = "20", description = "length of the list, 20")
    private int k;

    @Option(names = "--seed", defaultValue = "42", description = "42 when not given")
    private long seed;

    @Option(names = "--settings", paramLabel = "FILE", description = "as the members trained with")
    private Path settings;

    @Option(names = "--json", description = "print one JSON document, the first 5 explained")
    private boolean json;

    @Option(
            names = "--explain",
            arity = "0..1",
            fallbackValue = FEW,
            paramLabel = "N",
            description = "say why, for the first N places; 5 when no N is given")
    private Integer explained;

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
                new RecommendRequest(
                        Optional.ofNullable(whom.user),
                        whom.items,
                        k,
                        seed,
                        explained(),
                        SettingsFile.read(Optional.ofNullable(settings)));
        try (Workbench workbench = root.factory().open(ExistingStore.at(store))) {
            ConsoleMonitor monitor = ConsoleMonitor.of(root.factory(), TrainRequest.ALL);
            Recommendation result = workbench.recommend(request, monitor);
            System.out.println(json ? Json.of(asJson(result)) : RecommendationText.of(result));
        }
        return 0;
    }

    private int explained() {
        if (explained != null) {
            return explained;
        }
        return json ? Integer.parseInt(FEW) : 0;
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
        entry.because().ifPresent(why -> place.put("because", asJson(why)));
        return place;
    }

    private static Map<String, Object> asJson(Explanation why) {
        Map<String, Object> because = new LinkedHashMap<>();
        because.put("shares", why.shares());
        because.put("carriedBy", why.carriedBy().stream().map(RecommendCommand::asJson).toList());
        because.put("overlaps", why.overlaps().stream().map(RecommendCommand::asJson).toList());
        return because;
    }

    private static Map<String, Object> asJson(Explanation.Carried carried) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("item", carried.item().id());
        step.put("share", carried.share());
        step.put("contribution", carried.contribution());
        step.put("byMember", carried.byMember());
        return step;
    }

    private static Map<String, Object> asJson(ContentOverlap overlap) {
        Map<String, Object> shared = new LinkedHashMap<>();
        shared.put("kind", overlap.kind().name().toLowerCase(Locale.ROOT));
        shared.put("what", overlap.what());
        shared.put("with", overlap.with().id());
        shared.put("imputed", overlap.confidence().isPresent());
        overlap.confidence().ifPresent(confidence -> shared.put("confidence", confidence));
        return shared;
    }
}
