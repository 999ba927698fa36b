package org.amalgam.ui.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.amalgam.domain.Campaign;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.State;
import org.amalgam.pipeline.ReplaySession;
import org.amalgam.pipeline.Workbench.TimeSpan;
import org.amalgam.ui.chart.Span;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Opened;
import org.amalgam.ui.desk.ReplayChoices;
import org.amalgam.ui.live.StepHistory.PastStep;

/** The replay under way as the live screen shows it. For the screens' thread. */
public final class LiveViewModel {

    /** Event time per real time, by position of the speed slider. */
    public static final List<Double> SPEEDS =
            List.of(1.0, 10.0, 60.0, 600.0, 3_600.0, 21_600.0, 86_400.0, Double.POSITIVE_INFINITY);

    /** More rows nobody reads. */
    private static final int MOST_PICKED = 200;

    private final Desk desk;
    private final LiveCharts charts = new LiveCharts();
    private final LiveTiles tiles = new LiveTiles(charts);
    private final StepHistory history = new StepHistory();
    private final WeightsViewModel weights;
    private final TravelViewModel travel;
    private final BranchViewModel branch;
    private final CampaignsViewModel campaigns;
    private final ReadOnlyObjectWrapper<Optional<LiveSnapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(this, "snapshot", Optional.empty());

    public LiveViewModel(Desk desk) {
        this.desk = desk;
        this.weights =
                new WeightsViewModel(
                        moved -> session().ifPresent(open -> open.weights(moved)),
                        locked -> session().ifPresent(open -> open.lock(locked)),
                        desk.undo());
        this.travel = new TravelViewModel(this::session, this::lastTime);
        this.branch = new BranchViewModel(this::session, weights::weights);
        this.campaigns = new CampaignsViewModel(this::session, this::allCampaigns);
        desk.sessionProperty().addListener((seen, was, now) -> begin());
    }

    private void begin() {
        charts.clear();
        history.clear();
        weights.clear();
        travel.clear();
        branch.clear();
        campaigns.clear();
        snapshot.set(Optional.empty());
    }

    /** Takes the newest snapshot, if there is a new one; call once a pulse. */
    public void onPulse() {
        branch.onPulse();
        campaigns.onPulse();
        session()
                .flatMap(open -> open.snapshots().take())
                .ifPresent(
                        taken -> {
                            charts.add(taken);
                            history.add(taken);
                            travel.follow(taken);
                            branch.follow(taken);
                            campaigns.follow(taken);
                            weights.follow(taken.weights());
                            weights.followAbstentions(taken.quality());
                            boolean failedBefore = failed();
                            snapshot.set(Optional.of(taken));
                            if (failed() && !failedBefore) {
                                desk.tellReplayFailed();
                            }
                        });
    }

    /** Sets up a replay of what follows the training, with all members, and plays it. */
    public void prepare(boolean learn) {
        desk.replay(ReplayChoices.ofAll(desk.fusionProperty().get(), learn), true);
    }

    /** Plays when paused, pauses when playing. */
    public void toggle() {
        session()
                .ifPresent(
                        open -> {
                            if (running()) {
                                open.pause();
                            } else {
                                open.play();
                            }
                        });
    }

    /** One more scored event. */
    public void step() {
        session().ifPresent(ReplaySession::step);
    }

    /**
     * The steps behind a point of a chart.
     *
     * @param from first step of the point's pixel column
     * @param to last one
     * @param ranker whose places are of interest
     * @param steps those that are kept, newest first
     */
    public record Picked(long from, long to, String ranker, List<PastStep> steps) {}

    /**
     * Finds the steps behind a point of a chart.
     *
     * @param x of its pixel column; the nearest step where none lies in it
     * @param series its ranker is of interest, or the shown one where it is of none
     */
    public Picked pick(Span x, String series) {
        long from = Math.max(1, (long) Math.ceil(x.low()));
        long to = (long) Math.ceil(x.high()) - 1;
        if (to < from) {
            from = Math.max(1, Math.round(x.low()));
            to = from;
        }
        String ranker = snapshot.get().map(now -> rankerOf(now, series)).orElse(series);
        return new Picked(from, to, ranker, history.between(from, to, MOST_PICKED));
    }

    private static String rankerOf(LiveSnapshot now, String series) {
        boolean known = now.quality().stream().anyMatch(one -> one.ranker().equals(series));
        return known ? series : now.shownRanker().orElse(series);
    }

    /** Ends the replay. */
    public void stop() {
        desk.closeReplay();
    }

    /**
     * Changes the speed.
     *
     * @param position in {@link #SPEEDS}
     */
    public void speed(int position) {
        session().ifPresent(open -> open.speed(SPEEDS.get(position)));
    }

    private boolean failed() {
        return snapshot.get().map(now -> now.state() == State.FAILED).orElse(false);
    }

    public boolean running() {
        return snapshot.get().map(now -> now.state() == State.RUNNING).orElse(false);
    }

    private Optional<ReplaySession> session() {
        return desk.sessionProperty().get();
    }

    public ReadOnlyObjectProperty<Optional<ReplaySession>> sessionProperty() {
        return desk.sessionProperty();
    }

    /** The snapshot shown now. */
    public ReadOnlyObjectProperty<Optional<LiveSnapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    private Optional<Instant> lastTime() {
        return desk.openedProperty().get().flatMap(Opened::span).map(TimeSpan::last);
    }

    private List<Campaign> allCampaigns() {
        return desk.openedProperty().get().map(Opened::campaigns).orElse(List.of());
    }

    /** The open store's items. */
    public Catalogue catalogue() {
        return desk.openedProperty()
                .get()
                .map(Opened::catalogue)
                .orElseGet(() -> new Catalogue(List.of()));
    }

    List<LiveTiles.Tile> tiles() {
        return snapshot.get().map(tiles::of).orElse(List.of());
    }

    /** The latest steps. */
    public StepHistory history() {
        return history;
    }

    /** Going to and fro. */
    public TravelViewModel travel() {
        return travel;
    }

    /** Going on with other weights. */
    public BranchViewModel branch() {
        return branch;
    }

    /** What was advertised when. */
    public CampaignsViewModel campaigns() {
        return campaigns;
    }

    public LiveCharts charts() {
        return charts;
    }

    public WeightsViewModel weights() {
        return weights;
    }

    public Desk desk() {
        return desk;
    }
}
