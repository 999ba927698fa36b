package org.amalgam.model.neighbour;

import static java.util.Objects.requireNonNull;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.amalgam.config.SessionNeighbourSettings;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.online.OnlineMember;

/**
 * Ranks by the sessions most like the running one, as VSTAN or as V-SKNN (see {@link
 * NeighbourVotes}). Every event is in the index at once: a session that still goes on is a
 * neighbour to others from its first step, but never to itself. Of a long stream the latest
 * sessions are kept, so that neither memory nor time grow with it.
 */
public final class SessionNeighbours extends OnlineMember {

    /** The member; as in {@code --members}. */
    public static final String VSTAN = "vstan";

    /** The baseline; as in {@code --members}. */
    public static final String VSKNN = "vsknn";

    /** About a month of a shop with 20,000 sessions a day. */
    private static final int MOST_SESSIONS = 1 << 19;

    /** One part of so many more are let in before the oldest go, all at once. */
    private static final int SLACK = 8;

    private final SettingsSearch search;
    private final int mostSessions;
    private SessionNeighbourSettings settings;
    private SessionIndex index = new SessionIndex(0);
    private long thenMillis;
    private NeighbourVotes votes;

    private SessionNeighbours(
            String name,
            RankerKind kind,
            SessionNeighbourSettings settings,
            SettingsSearch search,
            int mostSessions) {
        super(name, kind);
        this.mostSessions = mostSessions;
        this.settings = requireNonNull(settings, "settings");
        this.search = search;
        this.votes = new NeighbourVotes(index, settings, 0);
    }

    /** STAN with V-SKNN's weights; which settings are best is found out in training. */
    public static SessionNeighbours vstan() {
        return new SessionNeighbours(
                VSTAN,
                RankerKind.MEMBER,
                SessionNeighbourSettings.vstan(),
                SettingsSearch.vstan(),
                MOST_SESSIONS);
    }

    /** V-SKNN; which settings are best is found out in training. */
    public static SessionNeighbours vsknn() {
        return new SessionNeighbours(
                VSKNN,
                RankerKind.BASELINE,
                SessionNeighbourSettings.vsknn(),
                SettingsSearch.vsknn(),
                MOST_SESSIONS);
    }

    /** With these settings, whatever the data. */
    public static SessionNeighbours fixed(String name, SessionNeighbourSettings settings) {
        return fixed(name, settings, MOST_SESSIONS);
    }

    /** Likewise, of about the latest so many sessions. */
    static SessionNeighbours fixed(
            String name, SessionNeighbourSettings settings, int mostSessions) {
        return new SessionNeighbours(
                name, RankerKind.MEMBER, settings, SettingsSearch.none(settings), mostSessions);
    }

    /** The settings in use: those given, or after training those that it chose. */
    public SessionNeighbourSettings settings() {
        return settings;
    }

    @Override
    protected void settle(TrainingSet data, List<Session> validation, TaskMonitor monitor) {
        settings = search.choose(name(), data, validation, monitor);
    }

    @Override
    protected void build(TrainingSet data, TaskMonitor monitor) {
        monitor.checkCancelled();
        use(SessionIndex.of(data.itemCount(), data.sessions()));
        monitor.progress(name(), index.sessions(), index.sessions());
    }

    private void use(SessionIndex built) {
        index = built.sessions() > mostSessions ? built.latest(mostSessions) : built;
        thenMillis = index.latestMillis();
        votes = new NeighbourVotes(index, settings, thenMillis);
    }

    @Override
    protected Optional<String> fill(FeatureWindow window, float[] scores) {
        ItemSequence context = window.context();
        if (context.isEmpty()) {
            return Optional.of("no earlier event");
        }
        int own = window.session().isEmpty() ? SessionIndex.NONE : index.latestOf(window.user());
        return votes.fill(context, own, scores)
                ? Optional.empty()
                : Optional.of("no other session shares an item");
    }

    @Override
    protected void learn(Observation observation) {
        FeatureWindow window = observation.window();
        int session = index.latestOf(window.user());
        if (session == SessionIndex.NONE || window.session().isEmpty()) {
            session = index.begin(window.user());
            // Steps of a session that was never learned from, as when its user was left out.
            long millis = window.lastStepAt().orElse(window.asOf()).toEpochMilli();
            for (int i = 0; i < window.session().length(); i++) {
                index.append(session, window.session().item(i), millis);
            }
        }
        long millis = observation.revealed().time().toEpochMilli();
        index.append(session, observation.revealed().item(), millis);
        if (index.sessions() > mostSessions + mostSessions / SLACK) {
            use(index);
        } else {
            votes.refresh(session);
        }
    }

    @Override
    protected void write(DataOutputStream out) throws IOException {
        SettingsFile.write(settings, out);
        out.writeLong(thenMillis);
        index.write(out);
    }

    @Override
    protected void read(int items, DataInputStream in) throws IOException {
        settings = SettingsFile.read(in);
        thenMillis = in.readLong();
        index = SessionIndex.read(items, in);
        votes = new NeighbourVotes(index, settings, thenMillis);
    }
}
