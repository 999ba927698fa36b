package org.amalgam.ui.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.TrainingReport;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.ReplayChoices;
import org.amalgam.ui.desk.RunningTask;
import org.amalgam.ui.desk.TrainingChoice;

/** What to train, on how much, and what came of it. */
public final class TrainingViewModel {

    private final Desk desk;
    private final Map<String, BooleanProperty> members = new LinkedHashMap<>();
    private final DoubleProperty share = new SimpleDoubleProperty(this, "share", 0.8);
    private final BooleanProperty brief = new SimpleBooleanProperty(this, "brief", true);

    public TrainingViewModel(Desk desk) {
        this.desk = desk;
        TrainRequest.ALL.forEach(name -> members.put(name, new SimpleBooleanProperty(true)));
    }

    /** Names of all members and baselines, in the order of reports. */
    public List<String> members() {
        return List.copyOf(members.keySet());
    }

    public BooleanProperty chosenProperty(String member) {
        return members.get(member);
    }

    /** Share of the events, oldest first, to learn from. */
    public DoubleProperty shareProperty() {
        return share;
    }

    /** A brief training shows how things work; a full one shows how good they get. */
    public BooleanProperty briefProperty() {
        return brief;
    }

    private List<String> chosen() {
        return members.entrySet().stream()
                .filter(member -> member.getValue().get())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether there is anybody to train. */
    public boolean anyChosen() {
        return !chosen().isEmpty();
    }

    public void train() {
        desk.train(new TrainingChoice(chosen(), share.get(), brief.get()));
    }

    /** Goes on to the replay of what the members have not seen. */
    public void replay() {
        desk.trainedProperty().get().ifPresent(this::replay);
    }

    private void replay(TrainingReport report) {
        desk.replay(ReplayChoices.of(report, desk.fusionProperty().get()), true);
    }

    /** How the replay is to fuse, one of {@link #fusions()}. */
    public ObjectProperty<String> fusionProperty() {
        return desk.fusionProperty();
    }

    /** The ways to fuse. */
    public List<String> fusions() {
        return ReplayRequest.FUSIONS;
    }

    /** A new binding: there are events, something is chosen and nothing else is going on. */
    public BooleanBinding canTrain() {
        Observable[] watched = new Observable[members.size() + 2];
        members.values().toArray(watched);
        watched[members.size()] = desk.openedProperty();
        watched[members.size() + 1] = desk.runner().currentProperty();
        return Bindings.createBooleanBinding(this::ready, watched);
    }

    private boolean ready() {
        return !desk.runner().isBusy() && desk.hasEvents() && !chosen().isEmpty();
    }

    /** The training under way; empty when other work or none is. */
    public Optional<RunningTask> running() {
        return desk.runner()
                .currentProperty()
                .get()
                .filter(task -> task.titleKey().equals("task.train"));
    }

    public ReadOnlyObjectProperty<Optional<RunningTask>> taskProperty() {
        return desk.runner().currentProperty();
    }

    public ReadOnlyObjectProperty<Optional<TrainingReport>> reportProperty() {
        return desk.trainedProperty();
    }
}
