package org.amalgam.ui.catalogue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.ItemActivity;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.pipeline.ItemPage;
import org.amalgam.pipeline.ReplaySession;
import org.amalgam.pipeline.Workbench;
import org.amalgam.ui.desk.Background;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Opened;
import org.amalgam.ui.desk.ReplayChoices;
import org.amalgam.ui.export.TableExport;

/**
 * The catalogue with what was shown of it, filtered and in order. Reading, filtering and sorting go
 * on in the background. For the screens' thread.
 */
public final class CatalogueViewModel {

    /** How long a replay that is busy is waited for. */
    private static final long PATIENCE_SECONDS = 10;

    private static final Comparator<CatalogueRow> BY_EVENTS =
            Comparator.comparingInt(CatalogueRow::rank).thenComparingInt(row -> row.item().index());

    private final Desk desk;
    private final Latest loading;
    private final Latest filtering;
    private final Latest paging;
    private final Latest exporting;
    private final CatalogueFilters filters = new CatalogueFilters(this::refilter);
    private final ObjectProperty<Measure> measure =
            new SimpleObjectProperty<>(this, "measure", Measure.TOP_TWENTY);
    private final ReadOnlyObjectWrapper<Optional<CatalogueTable>> table = empty("table");
    private final ReadOnlyObjectWrapper<Optional<CatalogueRow>> chosen = empty("chosen");
    private final ReadOnlyObjectWrapper<Optional<ItemPage>> page = empty("page");
    private final ReadOnlyObjectWrapper<Optional<String>> failure = empty("failure");
    private final ObservableList<CatalogueRow> rows = FXCollections.observableArrayList();
    private Comparator<CatalogueRow> order = BY_EVENTS;
    private Optional<Read> read = Optional.empty();

    /** What was read of the store and the replay, whatever the measure. */
    private record Read(
            Catalogue catalogue,
            List<ItemActivity> activity,
            Optional<CatalogueExposure> exposure) {

        CatalogueTable table(Measure measure) {
            return new CatalogueTable(catalogue, activity, exposure, measure);
        }
    }

    /**
     * @param background runs what takes long, one after the other
     * @param foreground runs on the screens' thread
     */
    public CatalogueViewModel(Desk desk, Executor background, Executor foreground) {
        this.desk = desk;
        this.loading = new Latest(background, foreground, failure::set);
        this.filtering = new Latest(background, foreground, failure::set);
        this.paging = new Latest(background, foreground, failure::set);
        this.exporting = new Latest(background, foreground, failure::set);
        measure.addListener(changed -> remeasure());
        desk.openedProperty().addListener(changed -> forget());
    }

    /** With a background thread of its own, so that the screen answers while others work. */
    public static CatalogueViewModel forWindow(Desk desk) {
        return new CatalogueViewModel(
                desk, Background.thread("amalgam-catalogue"), Platform::runLater);
    }

    private <T> ReadOnlyObjectWrapper<Optional<T>> empty(String name) {
        return new ReadOnlyObjectWrapper<>(this, name, Optional.empty());
    }

    private void forget() {
        loading.forget();
        filtering.forget();
        close();
        read = Optional.empty();
        table.set(Optional.empty());
        rows.clear();
        filters.clear();
    }

    /** Reads the store, and what the replay under way or else the last one showed, anew. */
    public void refresh() {
        Optional<Workbench> workbench = desk.workbench();
        Optional<Opened> opened = desk.openedProperty().get();
        if (workbench.isEmpty() || opened.isEmpty()) {
            return;
        }
        Optional<ReplaySession> session = desk.sessionProperty().get();
        Measure wanted = measure.get();
        loading.ask(
                () -> {
                    Read now = read(workbench.get(), opened.get().catalogue(), session);
                    CatalogueTable made = now.table(wanted);
                    return (Runnable)
                            () -> {
                                read = Optional.of(now);
                                show(made);
                            };
                },
                Runnable::run);
    }

    private static Read read(
            Workbench workbench, Catalogue catalogue, Optional<ReplaySession> session) {
        Optional<CatalogueExposure> exposure =
                session.map(CatalogueViewModel::shownSoFar)
                        .filter(shown -> shown.cases() > 0)
                        .or(workbench::lastExposure);
        List<ItemActivity> activity =
                workbench.itemActivity(
                        exposure.map(shown -> shown.span().trainedUntil()).orElse(EventSource.END));
        return new Read(catalogue, activity, exposure);
    }

    private static CatalogueExposure shownSoFar(ReplaySession session) {
        return session.exposure().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private void remeasure() {
        Measure wanted = measure.get();
        read.ifPresent(now -> loading.ask(() -> now.table(wanted), this::show));
    }

    private void show(CatalogueTable made) {
        table.set(Optional.of(made));
        chosen.set(
                chosen.get()
                        .map(row -> row.item().index())
                        .filter(item -> item < made.rows().size())
                        .map(made.rows()::get));
        refilter();
    }

    private void refilter() {
        CatalogueFilter filter = filters.now();
        Comparator<CatalogueRow> wanted = order;
        table.get()
                .ifPresent(
                        all ->
                                filtering.ask(
                                        () ->
                                                all.rows().stream()
                                                        .filter(filter.test(all.lastEvent()))
                                                        .sorted(wanted)
                                                        .toList(),
                                        rows::setAll));
    }

    /** Puts the rows in this order; empty for those with most events first. */
    void order(Optional<Comparator<CatalogueRow>> comparator) {
        order = comparator.map(own -> own.thenComparing(BY_EVENTS)).orElse(BY_EVENTS);
        refilter();
    }

    /** Opens an item's page. */
    public void open(int item) {
        table.get()
                .map(CatalogueTable::rows)
                .filter(all -> item < all.size())
                .ifPresent(all -> open(all.get(item)));
    }

    private void open(CatalogueRow row) {
        int item = row.item().index();
        if (chosen.get().filter(same -> same.item().index() == item).isPresent()) {
            return;
        }
        chosen.set(Optional.of(row));
        page.set(Optional.empty());
        Optional<CatalogueExposure> exposure = table.get().flatMap(CatalogueTable::exposure);
        desk.workbench()
                .ifPresent(
                        workbench ->
                                paging.ask(
                                        () -> workbench.itemPage(item, exposure),
                                        made -> page.set(Optional.of(made))));
    }

    /** Closes the item's page. */
    public void close() {
        paging.forget();
        chosen.set(Optional.empty());
        page.set(Optional.empty());
    }

    /** Writes the rows as they are listed; see {@link CatalogueExport}. */
    public void export(Path file) {
        List<CatalogueRow> now = List.copyOf(rows);
        exporting.ask(
                () -> {
                    TableExport.write(file, CatalogueExport.of(now));
                    return now.size();
                },
                written -> {});
    }

    /** Sets up a replay that learns as it goes, and plays it. */
    public void replay() {
        desk.replay(ReplayChoices.ofAll(desk.fusionProperty().get(), true), true);
    }

    public CatalogueFilters filters() {
        return filters;
    }

    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /** The whole catalogue; empty until it is read. */
    ReadOnlyObjectProperty<Optional<CatalogueTable>> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** The items that pass the filters, in order. */
    ObservableList<CatalogueRow> rows() {
        return rows;
    }

    /** The item whose page is open. */
    ReadOnlyObjectProperty<Optional<CatalogueRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Its page; empty until it is read. */
    ReadOnlyObjectProperty<Optional<ItemPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** What went wrong with the latest work. */
    ReadOnlyObjectProperty<Optional<String>> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
