package org.amalgam.model.neighbour;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.amalgam.config.SessionNeighbourSettings;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Measures the neighbour methods on a file of users' sequences, {@code user item item …} a line:
 * trained without each user's last two items; settings chosen on the last but one; tested on the
 * last, given all before it, the user's own items excluded. The argument is the file.
 */
final class SequencesTrial {

    private static final int CUT = 10;

    private final List<Session> train = new ArrayList<>();
    private final List<Session> validation = new ArrayList<>();
    private final List<Session> whole = new ArrayList<>();
    private int items;

    private SequencesTrial() {}

    public static void main(String[] arguments) throws IOException {
        SequencesTrial trial = new SequencesTrial();
        trial.read(Path.of(arguments[0]));
        trial.measure("vstan", SettingsSearch.vstan());
        trial.measure("vsknn", SettingsSearch.vsknn());
    }

    private void read(Path file) throws IOException {
        List<int[]> lines = new ArrayList<>();
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.strip().split(" ", -1);
                int[] sequence = new int[cells.length - 1];
                for (int i = 0; i < sequence.length; i++) {
                    sequence[i] = Integer.parseInt(cells[i + 1]);
                    items = Math.max(items, sequence[i] + 1);
                }
                lines.add(sequence);
            }
        }
        for (int user = 0; user < lines.size(); user++) {
            // The order of users means nothing; spread over time it may be found to mean nothing.
            double day = 145.0 * user / lines.size();
            ItemSequence steps = ItemSequence.ofViews(lines.get(user));
            train.add(new Session(user, Days.day(day), steps.prefix(steps.length() - 2)));
            validation.add(new Session(user, Days.day(day), steps.prefix(steps.length() - 1)));
            whole.add(new Session(user, Days.day(day), steps));
        }
    }

    private void measure(String name, SettingsSearch search) {
        TrainingSet data = Days.set(items, train);
        long start = System.nanoTime();
        SessionNeighbourSettings settings =
                search.choose(name, data, validation, TaskMonitor.silent());
        double seconds = (System.nanoTime() - start) / 1e9;
        SessionIndex index = SessionIndex.of(items, train);
        NeighbourVotes votes = new NeighbourVotes(index, settings, index.latestMillis());
        float[] scores = new float[items];
        double hits = 0;
        double gain = 0;
        for (Session session : whole) {
            ItemSequence given = session.steps().prefix(session.steps().length() - 1);
            if (votes.fill(given, index.latestOf(session.user()), scores)) {
                double rank = rank(scores, given, session.steps().lastItem());
                hits += rank <= CUT ? 1 : 0;
                gain += rank <= CUT ? Math.log(2) / Math.log(rank + 1) : 0;
            }
        }
        System.out.printf(
                "%s: HR@10 %.4f, NDCG@10 %.4f over %d users; chosen in %.1f s: %s%n",
                name, hits / whole.size(), gain / whole.size(), whole.size(), seconds, settings);
    }

    /** Mean rank of the items tied with the target; own items and number 0 are no candidates. */
    private static double rank(float[] scores, ItemSequence own, int target) {
        for (int i = 0; i < own.length(); i++) {
            scores[own.item(i)] = -1;
        }
        scores[0] = -1;
        int above = 0;
        int equal = 0;
        for (float score : scores) {
            above += score > scores[target] ? 1 : 0;
            equal += score == scores[target] ? 1 : 0;
        }
        return 1 + above + (equal - 1) / 2.0;
    }
}
