package org.amalgam.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.LiveSnapshot.Quality;
import org.amalgam.domain.RankerKind;
import org.amalgam.ui.desk.UndoStack;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;

class WeightsViewModelTest {

    private final List<FusionWeights> sent = new ArrayList<>();
    private final List<Set<String>> locks = new ArrayList<>();
    private final UndoStack undo = new UndoStack();
    private final WeightsViewModel model = new WeightsViewModel(sent::add, locks::add, undo);

    private double weightOf(String member) {
        return model.rows().stream()
                .filter(row -> row.member().equals(member))
                .findFirst()
                .orElseThrow()
                .weight()
                .get();
    }

    @Test
    void aDragIsOneChangeThatCanBeTakenBackAndMadeAgain() {
        FusionWeights even = FusionWeights.of(Map.of("lstm", 0.5, "cnn", 0.5));
        model.follow(even);
        model.beginDrag("lstm");
        model.move("lstm", 0.6);
        model.move("lstm", 0.7);
        model.move("lstm", 0.9);
        model.endDrag();
        String name = undo.nextUndoProperty().get().orElseThrow().name().apply(new Messages());
        assertEquals("weight of LSTM", name);
        undo.undo();
        assertEquals(even, sent.get(sent.size() - 1));
        assertEquals(0.5, weightOf("lstm"), 1e-12);
        undo.redo();
        assertEquals(0.9, sent.get(sent.size() - 1).of("lstm"), 1e-12);
        assertEquals(0.9, weightOf("lstm"), 1e-12);
        assertEquals(5, sent.size());
    }

    @Test
    void aSliderThatCameBackToWhereItWasIsNoChange() {
        model.follow(FusionWeights.of(Map.of("lstm", 0.5, "cnn", 0.5)));
        model.beginDrag("lstm");
        model.endDrag();
        assertEquals(Optional.empty(), undo.nextUndoProperty().get());
    }

    @Test
    void theNextReplayCannotTakeBackChangesOfTheLast() {
        model.follow(FusionWeights.of(Map.of("lstm", 0.7, "cnn", 0.3)));
        model.equalise();
        model.move("cnn", 0.8);
        model.clear();
        assertEquals(Optional.empty(), undo.nextUndoProperty().get());
    }

    @Test
    void slidersFollowWhatIsLearned() {
        model.follow(FusionWeights.of(Map.of("lstm", 0.5, "cnn", 0.5)));
        model.follow(FusionWeights.of(Map.of("lstm", 0.8, "cnn", 0.2)));
        assertEquals(0.8, weightOf("lstm"), 1e-12);
        assertEquals(List.of(), sent);
    }

    @Test
    void aSliderBeingDraggedIsNotPulledAway() {
        model.follow(FusionWeights.of(Map.of("lstm", 0.5, "cnn", 0.5)));
        model.beginDrag("lstm");
        model.move("lstm", 0.9);
        model.follow(FusionWeights.of(Map.of("lstm", 0.1, "cnn", 0.9)));
        assertEquals(0.9, weightOf("lstm"), 1e-12);
        model.endDrag();
        model.follow(FusionWeights.of(Map.of("lstm", 0.1, "cnn", 0.9)));
        assertEquals(0.1, weightOf("lstm"), 1e-12);
    }

    @Test
    void aMoveIsSentAtOnceAndSumsToOne() {
        model.follow(FusionWeights.uniform(List.of("lstm", "cnn", "gan")));
        model.move("cnn", 0.6);
        assertEquals(1, sent.size());
        assertEquals(0.6, sent.get(0).of("cnn"), 1e-12);
        assertEquals(0.2, sent.get(0).of("gan"), 1e-12);
    }

    @Test
    void aMemberThatAbstainsTellsWhy() {
        model.follow(FusionWeights.uniform(List.of("lstm", "cnn")));
        model.followAbstentions(List.of(quality("cnn", Optional.of("non-finite score"))));
        assertEquals("non-finite score", model.rows().get(1).abstaining().get());
        assertEquals("", model.rows().get(0).abstaining().get());
        model.followAbstentions(List.of(quality("cnn", Optional.empty())));
        assertEquals("", model.rows().get(1).abstaining().get());
    }

    private static Quality quality(String ranker, Optional<String> abstaining) {
        RankerKind kind = RankerKind.MEMBER;
        return new Quality(ranker, kind, 1, 0, 0, 0, 0, 0, 0, 0, 0, abstaining);
    }

    @Test
    void listenersStillHearAfterGarbageCollection() {
        List<String> heard = new ArrayList<>();
        model.rows().addListener((Observable changed) -> heard.add("rows"));
        System.gc();
        model.follow(FusionWeights.uniform(List.of("lstm", "cnn")));
        assertEquals(List.of("rows"), heard);
    }

    @Test
    void locksAreSentAsTheWholeSet() {
        model.follow(FusionWeights.uniform(List.of("lstm", "cnn")));
        model.lock("lstm", true);
        model.lock("cnn", true);
        model.lock("lstm", false);
        assertEquals(List.of(Set.of("lstm"), Set.of("lstm", "cnn"), Set.of("cnn")), locks);
    }
}
