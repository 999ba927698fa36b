package org.amalgam.model.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;

/** Reads the development data that lies outside the project, for measuring quality. */
final class SharedData {

    private static final long GAP_MILLIS = 30 * 60 * 1000L;

    private final Map<String, Integer> items = new HashMap<>();
    private final Map<String, Integer> users = new HashMap<>();

    static Optional<Path> folder() {
        Path path = Path.of(System.getProperty("amalgam.data", "../shared/data"));
        return Files.isDirectory(path) ? Optional.of(path) : Optional.empty();
    }

    /** Sessions of a tab-separated file (SessionId, ItemId, Time), ordered by start. */
    List<Session> clicks(Path file) throws IOException {
        return sessions(
                file,
                line -> {
                    String[] cells = line.split("\t", -1);
                    return event(
                            cells[0],
                            cells[1],
                            Action.VIEW,
                            (long) (Double.parseDouble(cells[2]) * 1000));
                },
                Long.MAX_VALUE);
    }

    /** Sessions of the RetailRocket file, cut at gaps of 30 minutes. */
    List<Session> retailRocket(Path file) throws IOException {
        return sessions(
                file,
                line -> {
                    String[] cells = line.split(",", -1);
                    return event(
                            cells[1], cells[3], action(cells[2]), Long.parseLong(cells[0]) * 1000);
                },
                GAP_MILLIS);
    }

    /** Sessions of a file with one session a line, one second apart. */
    List<Session> lines(Path file) throws IOException {
        List<Session> sessions = new ArrayList<>();
        try (var reader = reader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int[] steps =
                        Arrays.stream(line.trim().split(" +"))
                                .mapToInt(id -> items.computeIfAbsent(id, i -> items.size()))
                                .toArray();
                sessions.add(
                        new Session(
                                sessions.size(),
                                Instant.ofEpochSecond(sessions.size()),
                                ItemSequence.ofViews(steps)));
            }
        }
        return sessions;
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    private static Action action(String name) {
        return switch (name) {
            case "view" -> Action.VIEW;
            case "addtocart" -> Action.ADD_TO_CART;
            default -> Action.PURCHASE;
        };
    }

    private Event event(String user, String item, Action action, long millis) {
        return new Event(
                0,
                users.computeIfAbsent(user, id -> users.size()),
                items.computeIfAbsent(item, id -> items.size()),
                action,
                Instant.ofEpochMilli(millis));
    }

    private List<Session> sessions(Path file, Function<String, Event> parse, long gapMillis)
            throws IOException {
        List<Event> events = new ArrayList<>();
        try (var reader = reader(file)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                events.add(parse.apply(line));
            }
        }
        events.sort(Comparator.comparing(Event::time));
        Map<Integer, List<Event>> open = new LinkedHashMap<>();
        List<Session> closed = new ArrayList<>();
        for (Event event : events) {
            List<Event> running = open.computeIfAbsent(event.user(), user -> new ArrayList<>());
            if (!running.isEmpty() && millisBetween(running, event) >= gapMillis) {
                closed.add(session(running));
                running.clear();
            }
            running.add(event);
        }
        open.values().forEach(running -> closed.add(session(running)));
        closed.sort(Comparator.comparing(Session::start));
        return closed;
    }

    private static long millisBetween(List<Event> running, Event event) {
        return event.time().toEpochMilli() - running.get(running.size() - 1).time().toEpochMilli();
    }

    private static Session session(List<Event> events) {
        return new Session(events.get(0).user(), events.get(0).time(), ItemSequence.of(events));
    }

    /** All items met so far. */
    Catalogue catalogue() {
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            all.add(Item.bare(i, Integer.toString(i)));
        }
        return new Catalogue(all);
    }

    TrainingSet trainingSet(List<Session> sessions) {
        return new TrainingSet(catalogue(), sessions);
    }
}
