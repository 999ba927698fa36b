package org.amalgam.evaluation;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Observation;
import org.amalgam.domain.Session;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;

/** A small test-then-train loop over the RetailRocket log, so that baselines can be measured. */
final class RetailRocketStream {

    private final List<Event> events = new ArrayList<>();
    private final int itemCount;

    RetailRocketStream(Path file) throws IOException {
        Map<String, Integer> items = new HashMap<>();
        try (var csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        new GZIPInputStream(Files.newInputStream(file)),
                                        StandardCharsets.UTF_8))) {
            for (var row : csv) {
                int item = items.computeIfAbsent(row.getField("itemid"), id -> items.size());
                events.add(
                        new Event(
                                events.size(),
                                Integer.parseInt(row.getField("visitorid")),
                                item,
                                Action.VIEW,
                                Instant.ofEpochSecond(Long.parseLong(row.getField("timestamp")))));
            }
        }
        itemCount = items.size();
    }

    int itemCount() {
        return itemCount;
    }

    /** One case as every member answered it. */
    record Case(
            FeatureWindow window,
            List<MemberOutput> outputs,
            Map<String, TargetRank> ranks,
            int target,
            BitSet seen) {

        double rank(String member) {
            TargetRank rank = ranks.get(member);
            return rank == null ? Double.POSITIVE_INFINITY : rank.meanRank();
        }
    }

    /**
     * Trains on the first part, then replays events up to {@code until}, members learning from
     * each.
     */
    void run(
            List<EnsembleMember> members,
            double from,
            double until,
            Consumer<Optional<Case>> sink) {
        int split = (int) (events.size() * from);
        int end = (int) (events.size() * until);
        Map<Integer, List<Event>> open = new HashMap<>();
        TrainingSet data = trainingSet(split, open);
        BitSet seen = new BitSet();
        events.subList(0, split).forEach(event -> seen.set(event.item()));
        Map<String, float[]> buffers = new HashMap<>();
        for (EnsembleMember member : members) {
            member.train(data, TaskMonitor.silent());
            buffers.put(member.name(), new float[itemCount]);
        }
        for (Event event : events.subList(split, end)) {
            FeatureWindow window = window(event, open);
            if (!window.session().isEmpty()) {
                sink.accept(
                        seen.get(event.item())
                                ? Optional.of(answer(members, window, event, seen, buffers))
                                : Optional.empty());
            }
            members.forEach(member -> member.learn(List.of(new Observation(window, event))));
            append(event, open);
            seen.set(event.item());
        }
    }

    private static Case answer(
            List<EnsembleMember> members,
            FeatureWindow window,
            Event event,
            BitSet seen,
            Map<String, float[]> buffers) {
        List<MemberOutput> outputs = new ArrayList<>();
        Map<String, TargetRank> ranks = new LinkedHashMap<>();
        for (EnsembleMember member : members) {
            MemberOutput output = member.score(window, buffers.get(member.name()));
            outputs.add(output);
            if (output instanceof MemberOutput.Scored scored) {
                ranks.put(member.name(), TargetRanks.rank(scored.scores(), seen, event.item()));
            }
        }
        return new Case(window, outputs, ranks, event.item(), seen);
    }

    private static FeatureWindow window(Event event, Map<Integer, List<Event>> open) {
        List<Event> session = open.getOrDefault(event.user(), List.of());
        ItemSequence steps =
                continues(session, event) ? ItemSequence.of(session) : ItemSequence.empty();
        return new FeatureWindow(
                event.user(),
                event.time(),
                steps.tail(SessionSettings.defaults().maxSteps()),
                ItemSequence.empty());
    }

    private static boolean continues(List<Event> session, Event event) {
        return !session.isEmpty()
                && event.time()
                        .isBefore(
                                session.get(session.size() - 1)
                                        .time()
                                        .plus(SessionSettings.defaults().gap()));
    }

    private static void append(Event event, Map<Integer, List<Event>> open) {
        List<Event> session = open.get(event.user());
        if (session == null || !continues(session, event)) {
            session = new ArrayList<>();
            open.put(event.user(), session);
        }
        session.add(event);
    }

    private TrainingSet trainingSet(int split, Map<Integer, List<Event>> open) {
        List<List<Event>> sessions = new ArrayList<>();
        for (Event event : events.subList(0, split)) {
            List<Event> before = open.get(event.user());
            append(event, open);
            if (open.get(event.user()) != before) {
                sessions.add(open.get(event.user()));
            }
        }
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < itemCount; item++) {
            items.add(Item.bare(item, Integer.toString(item)));
        }
        return new TrainingSet(
                new Catalogue(items),
                sessions.stream()
                        .map(
                                session ->
                                        new Session(
                                                session.get(0).user(),
                                                session.get(0).time(),
                                                ItemSequence.of(session)))
                        .toList());
    }
}
