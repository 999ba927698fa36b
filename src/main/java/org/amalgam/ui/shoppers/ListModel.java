package org.amalgam.ui.shoppers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.amalgam.domain.Event;
import org.amalgam.pipeline.shop.ListRequest;
import org.amalgam.pipeline.shop.ShopList;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.ui.desk.Background;

/** One list beside a history: how it is fused, and what it is now. For the screens' thread. */
public final class ListModel {

    /** Length of the list; every place has its reason. */
    public static final int K = 20;

    private final Background background;
    private final ObjectProperty<FusionChoice> choice;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> failure =
            new ReadOnlyObjectWrapper<>(this, "failure", Optional.empty());

    /**
     * What is shown.
     *
     * @param unchanged the list for what really happened; empty when the history is not changed
     */
    public record Shown(ShopList list, Optional<ShopList> unchanged) {}

    ListModel(Background background, FusionChoice first) {
        this.background = background;
        this.choice = new SimpleObjectProperty<>(this, "choice", first);
    }

    /** Makes the list anew; an earlier one that is not there yet will not come. */
    void ask(ShopWindow window, HistoryModel history) {
        ListRequest now = request(window, history.events(), history.asOf(), K);
        Optional<ListRequest> before =
                history.changes() == 0
                        ? Optional.empty()
                        : Optional.of(
                                request(window, history.unchanged(), history.unchangedAsOf(), 0));
        background.run(
                () -> new Shown(window.list(now), before.map(window::list)),
                made -> {
                    failure.set(Optional.empty());
                    shown.set(Optional.of(made));
                },
                failed -> failure.set(Optional.of(String.valueOf(failed.getMessage()))));
    }

    private ListRequest request(ShopWindow window, List<Event> steps, Instant asOf, int explained) {
        FusionChoice fusion = choice.get();
        return new ListRequest(steps, asOf, fusion.method(), fusion.weights(window), K, explained);
    }

    /** Shows nothing, and forgets what was asked. */
    void clear() {
        background.forget();
        failure.set(Optional.empty());
        shown.set(Optional.empty());
    }

    public ObjectProperty<FusionChoice> choiceProperty() {
        return choice;
    }

    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why there is no list. */
    public ReadOnlyObjectProperty<Optional<String>> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
