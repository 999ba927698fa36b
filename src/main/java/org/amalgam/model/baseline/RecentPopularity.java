package org.amalgam.model.baseline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.online.OnlineMember;

/**
 * Ranks items by how often they occurred lately, the same for everybody: an event counts half after
 * a half-life, which is the one that ranks the validation sessions' items best.
 */
public final class RecentPopularity extends OnlineMember {

    /** As in {@code --members}. */
    public static final String NAME = "recentpop";

    private static final List<Duration> HALF_LIVES =
            List.of(
                    Duration.ofDays(7),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofDays(1),
                    Duration.ofDays(2),
                    Duration.ofDays(4),
                    Duration.ofDays(14),
                    Duration.ofDays(30),
                    Duration.ofDays(90));

    private Duration halfLife = HALF_LIVES.get(0);
    private FadingCounts counts = new FadingCounts(0, halfLife);

    public RecentPopularity() {
        super(NAME, RankerKind.BASELINE);
    }

    /** The half-life in use; after training the one that it chose. */
    public Duration halfLife() {
        return halfLife;
    }

    @Override
    protected void settle(TrainingSet data, List<Session> validation, TaskMonitor monitor) {
        halfLife = HALF_LIVES.get(0);
        double best = 0;
        for (Duration tried : HALF_LIVES) {
            monitor.checkCancelled();
            double found = counted(data, tried).quality(validation);
            if (found > best) {
                best = found;
                halfLife = tried;
            }
        }
    }

    @Override
    protected void build(TrainingSet data, TaskMonitor monitor) {
        monitor.checkCancelled();
        counts = counted(data, halfLife);
        monitor.progress(name(), data.sessions().size(), data.sessions().size());
    }

    private static FadingCounts counted(TrainingSet data, Duration halfLife) {
        FadingCounts counts = new FadingCounts(data.itemCount(), halfLife);
        for (Session session : data.sessions()) {
            double millis = session.start().toEpochMilli();
            for (int i = 0; i < session.steps().length(); i++) {
                millis += 1000 * Math.max(0, session.steps().gapSeconds(i));
                counts.add(session.steps().item(i), Math.round(millis));
            }
        }
        return counts;
    }

    @Override
    protected Optional<String> fill(FeatureWindow window, float[] scores) {
        counts.fill(scores);
        return Optional.empty();
    }

    @Override
    protected void learn(Observation observation) {
        Event revealed = observation.revealed();
        counts.add(revealed.item(), revealed.time().toEpochMilli());
    }

    @Override
    protected void write(DataOutputStream out) throws IOException {
        out.writeLong(halfLife.toMillis());
        counts.write(out);
    }

    @Override
    protected void read(int items, DataInputStream in) throws IOException {
        long millis = in.readLong();
        if (millis <= 0) {
            throw new IOException("half-life of " + millis + " ms; train again");
        }
        halfLife = Duration.ofMillis(millis);
        counts = new FadingCounts(items, halfLife);
        counts.read(in);
    }
}
