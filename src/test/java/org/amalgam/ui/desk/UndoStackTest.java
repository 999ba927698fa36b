package org.amalgam.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;

class UndoStackTest {

    private final UndoStack stack = new UndoStack();
    private final List<Integer> value = new ArrayList<>(List.of(0));

    /** Sets the value and notes that as a change. */
    private void set(Object owner, int next) {
        int before = value.get(0);
        value.set(0, next);
        stack.made(
                new UndoStack.Change(
                        owner,
                        words -> "to " + next,
                        () -> value.set(0, before),
                        () -> value.set(0, next)));
    }

    private Optional<String> nameOf(Optional<UndoStack.Change> change) {
        return change.map(found -> found.name().apply(new Messages()));
    }

    @Test
    void changesAreTakenBackAndMadeAgainInOrder() {
        set("a", 1);
        set("a", 2);
        stack.undo();
        assertEquals(1, value.get(0));
        assertEquals(Optional.of("to 1"), nameOf(stack.nextUndoProperty().get()));
        assertEquals(Optional.of("to 2"), nameOf(stack.nextRedoProperty().get()));
        stack.undo();
        assertEquals(0, value.get(0));
        stack.redo();
        stack.redo();
        assertEquals(2, value.get(0));
        assertTrue(stack.nextRedoProperty().get().isEmpty());
    }

    @Test
    void aNewChangeEndsWhatCouldBeMadeAgain() {
        set("a", 1);
        stack.undo();
        set("a", 5);
        stack.redo();
        assertEquals(5, value.get(0));
        stack.undo();
        assertEquals(0, value.get(0));
    }

    @Test
    void withNothingDoneThereIsNothingToUndo() {
        stack.undo();
        stack.redo();
        assertEquals(0, value.get(0));
        assertTrue(stack.nextUndoProperty().get().isEmpty());
    }

    @Test
    void changesOfAnOwnerThatIsGoneAreForgotten() {
        set("replay", 1);
        set("rules", 2);
        set("replay", 3);
        stack.undo();
        stack.forget("replay");
        assertTrue(stack.nextRedoProperty().get().isEmpty());
        assertEquals(Optional.of("to 2"), nameOf(stack.nextUndoProperty().get()));
        stack.undo();
        assertTrue(stack.nextUndoProperty().get().isEmpty());
    }

    @Test
    void onlySoManyChangesAreKept() {
        for (int i = 1; i <= UndoStack.DEPTH + 3; i++) {
            set("a", i);
        }
        for (int i = 0; i < UndoStack.DEPTH + 3; i++) {
            stack.undo();
        }
        assertEquals(3, value.get(0));
    }
}
