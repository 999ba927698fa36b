package org.amalgam.model.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.Observation;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.cnn.CnnMember;
import org.amalgam.model.gan.GanEncoder;
import org.amalgam.model.gan.GanMember;
import org.amalgam.model.lstm.LstmMember;

/**
 * Measures quality and speed on development data. Arguments: {@code member=lstm
 * set=yoochoose|diginetica|retail part=valid|test} and any setting by name, e.g. {@code
 * learningRate=.05}; {@code mode=epochs} prints a line an epoch, {@code mode=stream} trains as the
 * product does and then serves, event by event.
 */
final class NetworkTrial {

    private static final Map<String, NetworkSettings> DEFAULTS =
            Map.of(
                    "lstm", NetworkSettings.lstm(),
                    "cnn", NetworkSettings.cnn(),
                    "gan", NetworkSettings.gan());
    private static final Map<String, BiFunction<NetworkSettings, Long, NetworkMember>> MEMBERS =
            Map.of("lstm", LstmMember::create, "cnn", CnnMember::create, "gan", GanMember::create);
    private static final Set<String> OWN =
            Set.of("member", "set", "part", "mode", "seed", "learn", "every", "last");

    private final Map<String, String> arguments = new TreeMap<>();
    private List<Session> train = new ArrayList<>();
    private List<Session> test = new ArrayList<>();
    private TrainingSet data;

    public static void main(String[] args) throws IOException {
        new NetworkTrial(args).run();
    }

    private NetworkTrial(String[] args) {
        for (String arg : args) {
            int equals = arg.indexOf('=');
            arguments.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
    }

    private String argument(String name, String otherwise) {
        return arguments.getOrDefault(name, otherwise);
    }

    private NetworkSettings settings() {
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> tree =
                json.convertValue(
                        DEFAULTS.get(argument("member", "lstm")),
                        json.getTypeFactory()
                                .constructMapType(TreeMap.class, String.class, Object.class));
        arguments.forEach(
                (key, value) -> {
                    if (!OWN.contains(key)) {
                        tree.put(key, value);
                    }
                });
        return json.convertValue(tree, NetworkSettings.class);
    }

    private void run() throws IOException {
        Path folder = SharedData.folder().orElseThrow();
        SharedData source = new SharedData();
        boolean finalTest = argument("part", "valid").equals("test");
        if (argument("set", "yoochoose").equals("yoochoose")) {
            train = source.clicks(folder.resolve("yoochoose100k_train.tsv.gz"));
            if (finalTest) {
                // Items of the test alone are left out of its sessions, as the protocol says.
                int known = source.catalogue().size();
                test =
                        known(
                                source.clicks(folder.resolve("yoochoose100k_test.tsv.gz")),
                                item -> item < known);
                data =
                        new TrainingSet(
                                new org.amalgam.domain.Catalogue(
                                        source.catalogue().items().subList(0, known)),
                                train);
            } else {
                Instant day = train.get(train.size() - 1).start().minusSeconds(86400);
                split(day);
                data = source.trainingSet(train);
                int[] counts = data.itemCounts();
                test = known(test, item -> counts[item] > 0);
            }
        } else if (argument("set", "yoochoose").equals("diginetica")) {
            train = source.lines(folder.resolve("diginetica_train_sessions.txt.gz"));
            if (finalTest) {
                test = source.lines(folder.resolve("diginetica_test_sessions.txt.gz"));
            } else {
                int cut = (int) Math.round(train.size() * .95);
                test = train.subList(cut, train.size());
                train = train.subList(0, cut);
            }
            data = source.trainingSet(train);
        } else {
            train = source.retailRocket(folder.resolve("retailrocket_mb_events.csv.gz"));
            if (!finalTest) {
                splitByEvents(.8);
                train = new ArrayList<>(train);
            }
            splitByEvents(.8);
            data = source.trainingSet(train);
        }
        int last = Integer.parseInt(argument("last", "0"));
        if (last > 0) {
            train = train.subList(Math.max(0, train.size() - last), train.size());
            data = new TrainingSet(data.catalogue(), train);
        }
        System.out.printf(
                "%d train sessions, %d test sessions, %d items; %s%n",
                train.size(), test.size(), data.itemCount(), settings());
        if (argument("mode", "epochs").equals("epochs")) {
            Halves.onTwoCores(
                    () -> {
                        epochs();
                        return null;
                    });
        } else {
            stream();
        }
    }

    private static List<Session> known(List<Session> sessions, IntPredicate known) {
        List<Session> kept = new ArrayList<>();
        for (Session session : sessions) {
            List<Event> events = new ArrayList<>();
            long at = session.start().toEpochMilli();
            for (int i = 0; i < session.steps().length(); i++) {
                at += (long) (Math.max(0, session.steps().gapSeconds(i)) * 1000);
                if (known.test(session.steps().item(i))) {
                    events.add(
                            new Event(
                                    0,
                                    0,
                                    session.steps().item(i),
                                    session.steps().action(i),
                                    Instant.ofEpochMilli(at)));
                }
            }
            if (!events.isEmpty()) {
                kept.add(new Session(session.user(), session.start(), ItemSequence.of(events)));
            }
        }
        return kept;
    }

    private void split(Instant at) {
        List<Session> early = new ArrayList<>();
        test = new ArrayList<>();
        for (Session session : train) {
            (session.start().isBefore(at) ? early : test).add(session);
        }
        train = early;
    }

    private void splitByEvents(double share) {
        long all = train.stream().mapToInt(s -> s.steps().length()).sum();
        long seen = 0;
        for (Session session : train) {
            seen += session.steps().length();
            if (seen >= all * share) {
                split(session.start());
                return;
            }
        }
    }

    private void epochs() {
        NetworkSettings settings = settings();
        String member = argument("member", "lstm");
        long seed = Long.parseLong(argument("seed", "1"));
        int targets =
                BatchPlan.pieces(train, settings.maxSteps()).stream()
                        .mapToInt(p -> p.length() - 1)
                        .sum();
        NetworkModel model =
                new NetworkModel(
                        data.itemCounts(),
                        settings,
                        seed,
                        MEMBERS.get(member).apply(settings, seed).factory());
        try (TrainingStep step = new TrainingStep(model, settings);
                Validation validation = new Validation(model, settings)) {
            double seconds = 0;
            for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
                long from = System.nanoTime();
                double loss = 0;
                int n = 0;
                for (PackedBatch batch : BatchPlan.of(train, settings, model.randomOf(-epoch))) {
                    loss += step.run(batch, (float) settings.learningRate());
                    n++;
                }
                double took = (System.nanoTime() - from) / 1e9;
                seconds += took;
                if (epoch % Integer.parseInt(argument("every", "1")) != 0) {
                    continue;
                }
                Judgement q =
                        validation.of(
                                test.stream().map(org.amalgam.domain.HeldOut::of).toList(), epoch);
                System.out.printf(
                        "epoch %d loss %.4f HR@20 %.4f MRR@20 %.4f (%d cases) %.0f targets/s, %.1f s in all%n",
                        epoch,
                        loss / n,
                        q.hitRate(),
                        q.reciprocalRank(),
                        q.cases(),
                        targets / took,
                        seconds);
            }
        }
    }

    /** Train as in the product; then predict, reveal, and learn when asked to. */
    private void stream() {
        NetworkSettings settings = settings();
        try (NetworkMember member =
                MEMBERS.get(argument("member", "lstm"))
                        .apply(settings, Long.parseLong(argument("seed", "1")))) {
            long from = System.nanoTime();
            member.train(data, TaskMonitor.silent());
            System.out.printf("trained in %.1f s%n", (System.nanoTime() - from) / 1e9);
            member.encoder()
                    .filter(GanEncoder.class::isInstance)
                    .ifPresent(gan -> System.out.println(((GanEncoder) gan).health()));
            boolean learn = argument("learn", "off").equals("on");
            float[] scores = new float[data.itemCount()];
            List<Observation> pending = new ArrayList<>();
            double hits = 0;
            double reciprocal = 0;
            int cases = 0;
            long nanos = 0;
            long learnNanos = 0;
            for (Session session : test) {
                for (int i = 1; i < session.steps().length(); i++) {
                    FeatureWindow window =
                            new FeatureWindow(
                                    0,
                                    session.start(),
                                    session.steps().prefix(i),
                                    ItemSequence.empty());
                    long t = System.nanoTime();
                    Scored scored = (Scored) member.score(window, scores);
                    nanos += System.nanoTime() - t;
                    int target = session.steps().item(i);
                    double rank = 0.5;
                    for (float score : scored.scores()) {
                        rank += score > scores[target] ? 1 : score == scores[target] ? .5 : 0;
                    }
                    cases++;
                    hits += rank <= 20 ? 1 : 0;
                    reciprocal += rank <= 20 ? 1 / rank : 0;
                    if (learn) {
                        pending.add(
                                new Observation(
                                        window,
                                        new Event(0, 0, target, Action.VIEW, session.start())));
                        if (pending.size() == member.learningBatch()) {
                            t = System.nanoTime();
                            member.learn(pending);
                            member.publish();
                            learnNanos += System.nanoTime() - t;
                            pending.clear();
                        }
                    }
                }
            }
            System.out.printf(
                    "HR@20 %.4f MRR@20 %.4f (%d cases), %.0f us a query, %.0f us of learning a case%n",
                    hits / cases,
                    reciprocal / cases,
                    cases,
                    nanos / 1e3 / cases,
                    learnNanos / 1e3 / cases);
        }
    }
}
