package org.amalgam.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.amalgam.config.CleaningSettings;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.MemberSettings;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Campaign;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.ItemActivity;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.Members;
import org.amalgam.pipeline.engine.MemberHost;
import org.amalgam.pipeline.engine.MemberSupply;
import org.amalgam.pipeline.engine.ModelShelf;
import org.amalgam.pipeline.engine.Oracle;
import org.amalgam.pipeline.engine.Recommender;
import org.amalgam.pipeline.engine.Replay;
import org.amalgam.pipeline.engine.ReplaySetup;
import org.amalgam.pipeline.engine.ReplayThread;
import org.amalgam.pipeline.engine.Training;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.pipeline.shop.Shoppers;
import org.amalgam.simulate.BestRanks;
import org.amalgam.simulate.ClickTruth;
import org.amalgam.store.EventStore;

/** The use cases over one H2 store; trained members lie in a folder beside it. */
final class StoreWorkbench implements Workbench {

    /** A member that takes longer is left out of a step, for someone is watching. */
    private static final Duration PATIENCE_OF_A_WINDOW = Duration.ofMillis(500);

    private final Path path;
    private final EventStore store;
    private final ModelShelf shelf;
    private final ImputedFile imputed;
    private final RuleRehearsal rehearsal;
    private final ExposureFile exposures;
    private final SimilarItems similar;
    private final SessionSettings sessions = SessionSettings.defaults();
    private final FusionSettings fusion = FusionSettings.defaults();
    private final ShopWindows windows;
    private final AtomicBoolean closed = new AtomicBoolean();

    StoreWorkbench(Path path) {
        this.path = path;
        this.store = EventStore.open(path);
        String name = path.getFileName().toString().replaceFirst("\\.mv\\.db$", "");
        this.shelf = new ModelShelf(path.resolveSibling(name + ".models"));
        this.exposures = new ExposureFile(path.resolveSibling(name + ".exposure.gz"));
        this.similar = new SimilarItems(store, shelf);
        this.imputed = new ImputedFile(path.resolveSibling(name + ".imputed.json"));
        this.rehearsal = new RuleRehearsal(store);
        this.windows = new ShopWindows(sessions, fusion, imputed);
    }

    @Override
    public Path store() {
        return path;
    }

    @Override
    public synchronized ImportReport importLogs(
            List<Path> files, String format, TaskMonitor monitor) {
        return new LogImport(store, CleaningSettings.defaults()).run(files, format, monitor);
    }

    @Override
    public DataProfile profile() {
        return new StoreProfile(store, sessions.gap()).read();
    }

    @Override
    public synchronized AttributeReport attributes(long seed, TaskMonitor monitor) {
        return new AttributeStudy(store, imputed, seed, monitor).run();
    }

    @Override
    public Catalogue catalogue() {
        return store.catalogue();
    }

    @Override
    public List<Campaign> campaigns() {
        return store.campaigns().all();
    }

    @Override
    public Optional<TimeSpan> timeSpan() {
        return store.timeSpan().map(span -> new TimeSpan(span.first(), span.last(), span.events()));
    }

    @Override
    public Instant splitAt(double share) {
        requireEvents();
        return store.splitAt(share);
    }

    @Override
    public synchronized TrainingReport train(TrainRequest request, TaskMonitor monitor) {
        requireEvents();
        MemberSupply supply = supply(request.settings());
        List<String> names =
                request.resume()
                        ? supply.missing(
                                request.members(), request.until(), request.seed(), request.brief())
                        : request.members();
        Training.Result result =
                supply.train(names, request.until(), request.seed(), request.brief(), monitor);
        return new TrainingReport(
                request.until(),
                result.set().sessions().size(),
                result.events(),
                names.stream().map(name -> trained(name, result)).toList(),
                request.members().stream().filter(name -> !names.contains(name)).toList());
    }

    private static TrainingReport.Trained trained(String name, Training.Result result) {
        return new TrainingReport.Trained(
                name, result.seconds().get(name), Optional.ofNullable(result.speeds().get(name)));
    }

    @Override
    public synchronized ReplaySession replay(ReplayRequest request, TaskMonitor monitor) {
        requireEvents();
        ReplaySetup setup =
                replays(request)
                        .prepare(List.of(), Optional.empty(), PATIENCE_OF_A_WINDOW, monitor);
        return new ReplayThread(kept(Replay.travelling(setup)));
    }

    /** What it shows is kept when it comes to its end. */
    private Replay kept(Replay replay) {
        String digest = store.digest();
        replay.whenFinished(exposure -> exposures.keep(exposure, digest));
        return replay;
    }

    @Override
    public synchronized ReplaySession replayAtOnce(
            ReplayRequest request, boolean brief, TaskMonitor monitor) {
        requireEvents();
        ReplaySetup setup = replays(request).prepareAtOnce(brief, PATIENCE_OF_A_WINDOW, monitor);
        return new ReplayThread(kept(Replay.travelling(setup)));
    }

    @Override
    public synchronized ReplaySummary replay(
            ReplayRequest request, ReportTarget target, TaskMonitor monitor) {
        requireEvents();
        try (ReplayReport report = new ReplayReport(store.catalogue(), target)) {
            Optional<Oracle> oracle =
                    target.truth()
                            .map(
                                    truth ->
                                            new Oracle(
                                                    BestRanks.read(truth),
                                                    ClickTruth.read(truth),
                                                    store));
            ReplayPreparation replays = replays(request);
            ReplaySetup setup =
                    replays.prepare(
                            report.listeners(), oracle, MemberHost.MORE_THAN_ENOUGH, monitor);
            return report.run(kept(Replay.reported(setup)), replays.reports(setup), monitor);
        }
    }

    @Override
    public synchronized ReplaySummary follow(
            ReplayRequest request, FollowRequest log, ReportTarget target, FollowMonitor monitor) {
        requireEvents();
        return new FollowedReplay(store, log, target, monitor)
                .run(replays(request), request.until());
    }

    @Override
    public synchronized ReplaySummary evaluateCold(
            ColdStartRequest request, ReportTarget target, TaskMonitor monitor) {
        requireEvents();
        return new ColdStartEvaluation(store, request, target, monitor).run();
    }

    @Override
    public synchronized Recommendation recommend(RecommendRequest request, TaskMonitor monitor) {
        requireEvents();
        MemberSupply supply = supply(request.settings());
        Optional<Integer> user = request.user().map(this::userNumber);
        Instant from =
                supply.shelvedUntil(TrainRequest.ALL, request.seed())
                        .orElseGet(() -> store.splitAt(ReplayPreparation.TRAIN_SHARE));
        ImputedAttributes guesses = imputed.read(store.digest(), store.catalogue());
        Instant now = store.timeSpan().orElseThrow().last();
        return new Recommender(store, supply, sessions, fusion, guesses, store.rules().book(), now)
                .recommend(request, TrainRequest.ALL, from, user, monitor);
    }

    @Override
    public synchronized TuningReport tune(Instant until, TuneRequest request, TaskMonitor monitor) {
        requireEvents();
        TrainingSet past = Training.set(store, until, sessions);
        double share = NetworkSettings.lstm().validationShare();
        return new Tuning(request, Holdout.lastSessions(past, share), System::nanoTime, monitor)
                .run();
    }

    @Override
    public RuleBook rules() {
        return store.rules().book();
    }

    @Override
    public RuleBook changeRules(RuleBook book, String through, String why) {
        String who = System.getProperty("user.name") + " (" + through + ")";
        return store.rules().change(book.requireUsable(store.catalogue()), who, why);
    }

    @Override
    public List<RuleChange> ruleTrail() {
        return store.rules().trail();
    }

    @Override
    public synchronized RulePreview previewRules(RuleBook book, long seed, TaskMonitor monitor) {
        requireEvents();
        return rehearsal.preview(book, supply(Members.shippedSettings()), sessions, seed, monitor);
    }

    @Override
    public Optional<CatalogueExposure> lastExposure() {
        return exposures.read(store.digest());
    }

    @Override
    public List<ItemActivity> itemActivity(Instant learnedUntil) {
        return store.itemStatistics().activity(learnedUntil);
    }

    @Override
    public ItemPage itemPage(int item, Optional<CatalogueExposure> exposure) {
        List<ItemPage.ShownTo> shownTo =
                exposure.map(shown -> shown.occasions(item)).orElse(List.of()).stream()
                        .map(
                                one ->
                                        new ItemPage.ShownTo(
                                                store.userId(one.user()), one.after(), one.place()))
                        .toList();
        return new ItemPage(
                item,
                ItemPage.steps(store.itemStatistics().funnel(item)),
                shownTo,
                similar.of(item));
    }

    @Override
    public Shoppers shoppers(TaskMonitor monitor) {
        return Shoppers.read(store, store.userIds(), sessions.gap(), monitor);
    }

    @Override
    public ShopWindow shopWindow(Shoppers shoppers, long seed, TaskMonitor monitor) {
        requireEvents();
        return windows.open(store, supply(Members.shippedSettings()), shoppers, seed, monitor);
    }

    private int userNumber(String id) {
        String unknown = path + ": no user '" + id + "' with events in this store";
        return store.findUser(id).orElseThrow(() -> new UnusableInput(unknown));
    }

    private MemberSupply supply(MemberSettings settings) {
        return new MemberSupply(store, store.digest(), shelf, sessions, settings);
    }

    private ReplayPreparation replays(ReplayRequest request) {
        return new ReplayPreparation(store, path, supply(request.settings()), request, sessions);
    }

    private void requireEvents() {
        if (store.timeSpan().isEmpty()) {
            throw new UnusableInput(
                    path + ": the store has no events yet; import a log into it first");
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            windows.close();
            store.close();
        }
    }
}
