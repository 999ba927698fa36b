package org.amalgam.ui.fake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.amalgam.domain.Campaign;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.ItemActivity;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.AttributeReport;
import org.amalgam.pipeline.ColdStartRequest;
import org.amalgam.pipeline.FollowMonitor;
import org.amalgam.pipeline.FollowRequest;
import org.amalgam.pipeline.ItemPage;
import org.amalgam.pipeline.RecommendRequest;
import org.amalgam.pipeline.Recommendation;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.ReplaySession;
import org.amalgam.pipeline.ReplaySummary;
import org.amalgam.pipeline.ReportTarget;
import org.amalgam.pipeline.RulePreview;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.TrainingReport;
import org.amalgam.pipeline.TuneRequest;
import org.amalgam.pipeline.TuningReport;
import org.amalgam.pipeline.Workbench;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.pipeline.shop.Shoppers;

/** Keeps nothing but whether something was imported. Files named {@code broken…} are unusable. */
public final class FakeWorkbench implements Workbench {

    private final Path store;
    private final long stepMillis;
    private final List<TrainRequest> trained = new CopyOnWriteArrayList<>();
    private final List<ReplayRequest> requests = new CopyOnWriteArrayList<>();
    private final List<FakeReplaySession> replays = new CopyOnWriteArrayList<>();
    private final FakeRules rules = new FakeRules();
    private volatile Optional<CatalogueExposure> exposure = Optional.empty();
    private final List<FakeShopWindow> windows = new CopyOnWriteArrayList<>();
    private volatile boolean filled;
    private volatile boolean closed;

    /**
     * @param stepMillis pause at each step of long work, so that progress can be seen
     * @param filled whether a log was loaded into it before
     */
    FakeWorkbench(Path store, long stepMillis, boolean filled) {
        this.filled = filled;
        this.store = store;
        this.stepMillis = stepMillis;
    }

    @Override
    public Path store() {
        return store;
    }

    @Override
    public ImportReport importLogs(List<Path> files, String format, TaskMonitor monitor) {
        for (Path file : files) {
            if (file.getFileName().toString().startsWith("broken")) {
                throw new UnusableInput(
                        file.getFileName()
                                + ", line 1: no column looks like a time; name the format");
            }
        }
        work("reading", monitor);
        filled = true;
        return FakeShop.report();
    }

    private void work(String what, TaskMonitor monitor) {
        for (int done = 0; done <= 10; done++) {
            monitor.checkCancelled();
            monitor.progress(what, done, 10);
            try {
                Thread.sleep(stepMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public DataProfile profile() {
        return filled ? FakeShop.profile() : new DataProfile(List.of());
    }

    @Override
    public AttributeReport attributes(long seed, TaskMonitor monitor) {
        throw new UnsupportedOperationException("no screen guesses attributes");
    }

    @Override
    public Catalogue catalogue() {
        return filled ? FakeShop.catalogue() : new Catalogue(List.of());
    }

    @Override
    public List<Campaign> campaigns() {
        return filled ? FakeCampaigns.ALL : List.of();
    }

    @Override
    public Optional<TimeSpan> timeSpan() {
        return filled
                ? Optional.of(new TimeSpan(FakeShop.FIRST, FakeShop.LAST, FakeShop.EVENTS))
                : Optional.empty();
    }

    @Override
    public Instant splitAt(double share) {
        Duration whole = Duration.between(FakeShop.FIRST, FakeShop.LAST);
        return FakeShop.FIRST.plusMillis((long) (whole.toMillis() * share));
    }

    @Override
    public TrainingReport train(TrainRequest request, TaskMonitor monitor) {
        trained.add(request);
        List<TrainingReport.Trained> members = new ArrayList<>();
        for (String member : request.members()) {
            work(member + ", epoch 1 of 1", monitor);
            members.add(
                    new TrainingReport.Trained(member, 1.3 * member.length(), Optional.empty()));
        }
        return new TrainingReport(request.until(), 11_921, 49_184, members, List.of());
    }

    @Override
    public ReplaySession replay(ReplayRequest request, TaskMonitor monitor) {
        work("loading members", monitor);
        requests.add(request);
        FakeReplaySession session = new FakeReplaySession();
        replays.add(session);
        return session;
    }

    @Override
    public ReplaySession replayAtOnce(ReplayRequest request, boolean brief, TaskMonitor monitor) {
        return replay(request, monitor);
    }

    @Override
    public ReplaySummary replay(ReplayRequest request, ReportTarget target, TaskMonitor monitor) {
        throw new UnsupportedOperationException("no screen writes reports");
    }

    @Override
    public Recommendation recommend(RecommendRequest request, TaskMonitor monitor) {
        throw new UnsupportedOperationException("no screen asks for single lists");
    }

    @Override
    public ReplaySummary follow(
            ReplayRequest request, FollowRequest log, ReportTarget target, FollowMonitor monitor) {
        throw new UnsupportedOperationException("no screen follows a log");
    }

    @Override
    public ReplaySummary evaluateCold(
            ColdStartRequest request, ReportTarget target, TaskMonitor monitor) {
        throw new UnsupportedOperationException("no screen asks for this evaluation");
    }

    @Override
    public TuningReport tune(Instant until, TuneRequest request, TaskMonitor monitor) {
        throw new UnsupportedOperationException("no screen searches settings");
    }

    @Override
    public RuleBook rules() {
        return rules.book();
    }

    @Override
    public RuleBook changeRules(RuleBook book, String through, String why) {
        return rules.change(book.requireUsable(catalogue()), through, why);
    }

    @Override
    public List<RuleChange> ruleTrail() {
        return rules.trail();
    }

    @Override
    public RulePreview previewRules(RuleBook book, long seed, TaskMonitor monitor) {
        book.requireUsable(catalogue());
        work("latest cases", monitor);
        return rules.preview(book);
    }

    /** Whether this is the store at the path, and a log was loaded into it. */
    boolean holds(Path path) {
        return filled && store.equals(path);
    }

    /** As if a replay had come to its end since the store was made. */
    public void finishReplay() {
        exposure = Optional.of(FakeExposure.after(5_000));
    }

    @Override
    public Optional<CatalogueExposure> lastExposure() {
        return exposure;
    }

    @Override
    public List<ItemActivity> itemActivity(Instant learnedUntil) {
        return FakeExposure.activity();
    }

    @Override
    public ItemPage itemPage(int item, Optional<CatalogueExposure> shown) {
        return FakeExposure.page(item, shown);
    }

    @Override
    public Shoppers shoppers(TaskMonitor monitor) {
        return FakeShoppers.shoppers();
    }

    @Override
    public ShopWindow shopWindow(Shoppers shoppers, long seed, TaskMonitor monitor) {
        work("catching up", monitor);
        FakeShopWindow made =
                new FakeShopWindow(trained.isEmpty() ? List.of("lstm", "cnn", "gan") : List.of());
        windows.add(made);
        return made;
    }

    /** Shop windows that were opened, oldest first. */
    public List<FakeShopWindow> windows() {
        return windows;
    }

    public List<TrainRequest> trainRequests() {
        return trained;
    }

    public List<FakeReplaySession> replays() {
        return replays;
    }

    /** What these replays were asked for. */
    public List<ReplayRequest> requests() {
        return requests;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
