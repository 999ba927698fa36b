package org.amalgam.model.baseline;

import static java.util.Objects.requireNonNull;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.config.HiddenMarkovSettings;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.online.OnlineMember;

/**
 * A hidden Markov model of the items of a session, trained by Baum-Welch; its number of states is
 * the one under which the validation sessions are most likely. Live steps are counted by the
 * states' posterior.
 */
public final class HiddenMarkov extends OnlineMember {

    /** As in {@code --members}. */
    public static final String NAME = "hmm";

    /** Multiplications of one step and state pair: forward, backward, transitions. */
    private static final long PASSES = 3;

    private static final int FEWEST_ITERATIONS = 5;

    private final HiddenMarkovSettings settings;
    private final long seed;
    private int states;
    private HmmModel model = new HmmModel(1, 0, 1);

    public HiddenMarkov(HiddenMarkovSettings settings, long seed) {
        super(NAME, RankerKind.BASELINE);
        this.settings = requireNonNull(settings, "settings");
        this.seed = seed;
        this.states = settings.stateCounts().get(0);
    }

    /** How many states the model has, or after training those that it chose. */
    public int states() {
        return states;
    }

    @Override
    protected void settle(TrainingSet data, List<Session> validation, TaskMonitor monitor) {
        List<ItemSequence> sessions = latest(data, settings.trialSteps());
        BaumWelch training =
                new BaumWelch(sessions, counts(data).smoothedShares(), settings.smoothing());
        states = settings.stateCounts().get(0);
        double best = Double.NEGATIVE_INFINITY;
        for (int tried : settings.stateCounts()) {
            HmmCounts counts = training.fit(tried, settings.iterations(), seed, monitor);
            double found = logLikelihood(training.tables(counts), validation);
            if (found > best) {
                best = found;
                states = tried;
            }
        }
    }

    private static double logLikelihood(HmmTables tables, List<Session> sessions) {
        ForwardBackward pass = new ForwardBackward(tables);
        double sum = 0;
        for (Session session : sessions) {
            sum += pass.logLikelihood(session.steps());
        }
        return sum;
    }

    @Override
    protected void build(TrainingSet data, TaskMonitor monitor) {
        monitor.checkCancelled();
        ItemCounts popularity = counts(data);
        List<ItemSequence> sessions = latest(data, Integer.MAX_VALUE);
        long stepCost = PASSES * states * states;
        long steps = Math.max(1, popularity.total());
        long affordable = settings.work() / (steps * stepCost);
        if (affordable < FEWEST_ITERATIONS) {
            long fewer = settings.work() / (FEWEST_ITERATIONS * stepCost);
            sessions = latest(data, (int) Math.min(Integer.MAX_VALUE, fewer));
        }
        int iterations =
                (int) Math.min(settings.iterations(), Math.max(FEWEST_ITERATIONS, affordable));
        BaumWelch training =
                new BaumWelch(sessions, popularity.smoothedShares(), settings.smoothing());
        HmmCounts counts = training.fit(states, iterations, seed, monitor);
        model = HmmModel.of(counts, popularity, settings.smoothing());
    }

    /** The last sessions with about this many steps, and at least one session. */
    private static List<ItemSequence> latest(TrainingSet data, int steps) {
        List<Session> sessions = data.sessions();
        long left = steps;
        int first = sessions.size();
        while (first > 0 && left > 0) {
            first--;
            left -= sessions.get(first).steps().length();
        }
        List<ItemSequence> latest = new ArrayList<>();
        sessions.subList(first, sessions.size()).forEach(s -> latest.add(s.steps()));
        return latest;
    }

    private static ItemCounts counts(TrainingSet data) {
        ItemCounts counts = new ItemCounts(data.itemCount());
        for (Session session : data.sessions()) {
            for (int i = 0; i < session.steps().length(); i++) {
                counts.add(session.steps().item(i));
            }
        }
        return counts;
    }

    @Override
    protected Optional<String> fill(FeatureWindow window, float[] scores) {
        ItemSequence context = window.context();
        if (context.isEmpty()) {
            return Optional.of("no earlier event");
        }
        model.fill(context, scores);
        return Optional.empty();
    }

    /** Expectation and maximisation go over all sessions many times. */
    @Override
    public int trainingEffort() {
        return 1;
    }

    @Override
    protected void learn(Observation observation) {
        model.learn(observation.window().session(), observation.revealed().item());
    }

    @Override
    protected void write(DataOutputStream out) throws IOException {
        model.write(out);
    }

    @Override
    protected void read(int items, DataInputStream in) throws IOException {
        model = HmmModel.read(items, in);
        states = model.states();
    }
}
