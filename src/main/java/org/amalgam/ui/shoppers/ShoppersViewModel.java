package org.amalgam.ui.shoppers;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.pipeline.shop.Shoppers;
import org.amalgam.pipeline.shop.Shoppers.Order;
import org.amalgam.ui.desk.Background;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.TrainingChoice;
import org.amalgam.ui.shoppers.FusionChoice.Weighting;

/** Who is looked for, who is looked at, and the lists beside. For the screens' thread. */
public final class ShoppersViewModel {

    private final Desk desk;
    private final Loading loading;
    private final Background searching;
    private final HistoryModel history = new HistoryModel();
    private final ListModel left;
    private final ListModel right;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObjectProperty<Order> order =
            new SimpleObjectProperty<>(this, "order", Order.RECENT);
    private final ReadOnlyObjectWrapper<List<Integer>> found =
            new ReadOnlyObjectWrapper<>(this, "found", List.of());
    private final ObjectProperty<Optional<Integer>> chosen =
            new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final BooleanProperty comparing = new SimpleBooleanProperty(this, "comparing");
    private boolean looking;

    public ShoppersViewModel(Desk desk) {
        this(desk, Background.named("shoppers-loading"), Background.named("shoppers-asking"));
    }

    ShoppersViewModel(Desk desk, Background loading, Background asking) {
        this.desk = desk;
        this.loading = new Loading(loading);
        this.searching = asking;
        this.left = new ListModel(asking.sibling(), FusionChoice.of(Weighting.LEARNED));
        this.right = new ListModel(asking.sibling(), FusionChoice.of(Weighting.EQUAL));
        desk.openedProperty().addListener(changed -> reload());
        desk.trainingsProperty().addListener((seen, was, now) -> reloadLists());
        desk.changedRulesProperty().addListener((seen, was, now) -> ask());
        this.loading.shoppersProperty().addListener(changed -> search());
        this.loading.windowProperty().addListener(changed -> ask());
        query.addListener(changed -> search());
        order.addListener(changed -> search());
        chosen.addListener(changed -> open());
        history.revisionProperty().addListener(changed -> ask());
        left.choiceProperty().addListener(changed -> ask(left));
        right.choiceProperty().addListener(changed -> ask(right));
        comparing.addListener(changed -> ask(right));
    }

    /** Somebody looks at the screen: from now on what it shows follows the open store. */
    public void look() {
        if (!looking) {
            looking = true;
            reload();
        }
    }

    /** Tries again after an error. */
    public void reload() {
        if (!looking) {
            return;
        }
        chosen.set(Optional.empty());
        loading.clear();
        if (desk.hasEvents()) {
            desk.workbench().ifPresent(loading::load);
        }
    }

    private void reloadLists() {
        if (looking) {
            desk.workbench().ifPresent(loading::loadMembers);
        }
    }

    private void search() {
        Optional<Shoppers> all = shoppers();
        if (all.isEmpty()) {
            searching.forget();
            found.set(List.of());
            return;
        }
        String characters = query.get();
        Order wanted = order.get();
        searching.run(
                () -> IntStream.of(all.get().find(characters, wanted)).boxed().toList(),
                this::show,
                failure -> found.set(List.of()));
    }

    private void show(List<Integer> shoppers) {
        found.set(shoppers);
        if (chosen.get().isEmpty() && !shoppers.isEmpty()) {
            chosen.set(Optional.of(shoppers.get(0)));
        }
    }

    private void open() {
        history.open(
                chosen.get()
                        .flatMap(shopper -> shoppers().map(all -> all.events(shopper)))
                        .orElse(List.of()));
    }

    private void ask() {
        ask(left);
        ask(right);
    }

    private void ask(ListModel list) {
        Optional<ShopWindow> window = loading.windowProperty().get();
        boolean wanted = chosen.get().isPresent() && (list == left || comparing.get());
        if (window.isPresent() && wanted) {
            list.ask(window.get(), history);
        } else {
            list.clear();
        }
    }

    /** Puts an item into the history as if it had been looked at just now. */
    public void putIn(Item item) {
        if (chosen.get().isPresent()) {
            history.putIn(item.index(), Action.VIEW);
        }
    }

    /** Trains everybody briefly, as the start screen does. */
    public void train() {
        desk.train(new TrainingChoice(TrainRequest.ALL, 0.8, true));
    }

    /** What is known of the chosen shopper. */
    Optional<Shoppers.Facts> facts() {
        return chosen.get().flatMap(shopper -> shoppers().map(all -> all.facts(shopper)));
    }

    public Optional<Shoppers> shoppers() {
        return loading.shoppersProperty().get();
    }

    Optional<ShopWindow> window() {
        return loading.windowProperty().get();
    }

    Catalogue catalogue() {
        return shoppers().map(Shoppers::catalogue).orElseGet(() -> new Catalogue(List.of()));
    }

    Loading loading() {
        return loading;
    }

    public HistoryModel history() {
        return history;
    }

    public ListModel left() {
        return left;
    }

    /** The second list, which is there while {@link #comparingProperty}. */
    public ListModel right() {
        return right;
    }

    /** Characters that a shopper's id is to contain. */
    public StringProperty queryProperty() {
        return query;
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** Numbers of the shoppers that are listed, in order. */
    public ReadOnlyObjectProperty<List<Integer>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Who is looked at. */
    public ObjectProperty<Optional<Integer>> chosenProperty() {
        return chosen;
    }

    /** Whether two lists stand side by side. */
    public BooleanProperty comparingProperty() {
        return comparing;
    }

    public Desk desk() {
        return desk;
    }
}
