package org.amalgam.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Campaign;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.ItemActivity;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.pipeline.shop.Shoppers;

/**
 * What a person can do with one store, as use cases. Calls block until done, so screens make them
 * off the FX thread; every call throws {@link org.amalgam.domain.UnusableInput} with one clear line
 * for input that cannot be used. Thread-safe; long calls on one store exclude each other.
 */
public interface Workbench extends AutoCloseable {

    /** The store's path, as given by the user (H2 adds {@code .mv.db}). */
    Path store();

    /**
     * Loads behaviour logs, catalogues and campaigns.
     *
     * @param format {@code auto} or the name of a format
     */
    ImportReport importLogs(List<Path> files, String format, TaskMonitor monitor);

    /** What is in the store; tables of at most a few dozen rows. */
    DataProfile profile();

    /**
     * Compares ways of guessing items' brand, category and price band, and keeps confident guesses
     * at what is missing in a file by the store, where explanations find them as long as the store
     * holds the same data. The store stays as it is.
     */
    AttributeReport attributes(long seed, TaskMonitor monitor);

    Catalogue catalogue();

    /** What the shop advertised, by begin, then name. */
    List<Campaign> campaigns();

    /** First and last event time; empty when there is no event. */
    Optional<TimeSpan> timeSpan();

    /** The time that leaves {@code share} (0 to 1) of the events before it. */
    Instant splitAt(double share);

    /**
     * Trains members on what happened before {@code request.until()} and keeps them by the store.
     */
    TrainingReport train(TrainRequest request, TaskMonitor monitor);

    /** Sets up a replay; it starts paused. Loads the stored members, training what is missing. */
    ReplaySession replay(ReplayRequest request, TaskMonitor monitor);

    /**
     * Likewise, without waiting for networks that are not trained: they abstain, and take part from
     * when {@link ReplaySession#warmUp} has trained them. With a fusion method that is learned from
     * trained members, all are trained before.
     *
     * @param brief whether those networks get two epochs at most
     */
    ReplaySession replayAtOnce(ReplayRequest request, boolean brief, TaskMonitor monitor);

    /** Replays to the end without a window and writes the report. */
    ReplaySummary replay(ReplayRequest request, ReportTarget target, TaskMonitor monitor);

    /**
     * Trains members on the whole store, then follows a growing log: its lines are kept in the
     * store, and its events are predicted, revealed, scored and learned from as they come. Writes
     * the report when the log has been silent for long enough or the monitor has enough.
     *
     * @param request what is replayed; without a beginning, which is where the store ends
     */
    ReplaySummary follow(
            ReplayRequest request, FollowRequest log, ReportTarget target, FollowMonitor monitor);

    /** Measures how well items without history are found by their content; writes the report. */
    ReplaySummary evaluateCold(ColdStartRequest request, ReportTarget target, TaskMonitor monitor);

    /**
     * Searches networks' settings on what happened before {@code until}: the last of those sessions
     * judge. Writes a settings file and a table of all trials.
     */
    TuningReport tune(Instant until, TuneRequest request, TaskMonitor monitor);

    /** One list for one user, by the stored members, training what is missing. */
    Recommendation recommend(RecommendRequest request, TaskMonitor monitor);

    /** The merchandiser's rules as they stand. */
    RuleBook rules();

    /**
     * Puts another book of rules in place of the one there is; it acts in replays and lists from
     * then on. To undo it, put the earlier one back.
     *
     * @param through what it is done by, such as {@code window}; noted with the system's user
     * @param why in the user's words, for the trail; may be empty
     * @return the book as it stands now
     * @throws org.amalgam.domain.UnusableInput if the rules contradict each other, or name what the
     *     catalogue does not have
     */
    RuleBook changeRules(RuleBook book, String through, String why);

    /** All changes of rules there ever were, newest first. */
    List<RuleChange> ruleTrail();

    /**
     * What the latest cases would have been with another book in place of the one there is; changes
     * nothing. By those members that are stored, training them where none is.
     */
    RulePreview previewRules(RuleBook book, long seed, TaskMonitor monitor);

    /**
     * What the last replay of this very data that came to its end had shown; empty when there was
     * none.
     */
    Optional<CatalogueExposure> lastExposure();

    /**
     * What shoppers did with each item that has an event, in order of item numbers.
     *
     * @param learnedUntil where {@link ItemActivity#learned} ends
     */
    List<ItemActivity> itemActivity(Instant learnedUntil);

    /**
     * What there is to say of an item. The first call reads stored members, which may take seconds.
     *
     * @param exposure what was shown, of which the page tells to whom
     */
    ItemPage itemPage(int item, Optional<CatalogueExposure> exposure);

    /**
     * All shoppers and what they did, as the store is now. Does not wait for other long calls.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    Shoppers shoppers(TaskMonitor monitor);

    /**
     * Members kept loaded, for lists at once. Takes the networks that are trained already, and
     * trains none; members that count are trained in seconds. Does not wait for other long calls.
     * The caller closes it; closing the workbench closes it too.
     *
     * @param shoppers of this store
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    ShopWindow shopWindow(Shoppers shoppers, long seed, TaskMonitor monitor);

    @Override
    void close();

    /** First and last event time. */
    record TimeSpan(Instant first, Instant last, long events) {}
}
