package org.amalgam.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private final List<String> done = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final Commands commands = new Commands(reasons::add);
    private boolean open;

    private Command train() {
        return Command.of("train", "training.title", () -> done.add("train"))
                .unless(() -> open ? Optional.empty() : Optional.of("why.no-store"))
                .unless(() -> done.isEmpty() ? Optional.empty() : Optional.of("why.busy"));
    }

    @Test
    void whatCannotBeDoneIsNotDoneAndSaysWhy() {
        commands.run(train());
        assertEquals(List.of(), done);
        assertEquals(List.of("why.no-store"), reasons);
    }

    @Test
    void everyHindranceCounts() {
        open = true;
        commands.run(train());
        commands.run(train());
        assertEquals(List.of("train"), done);
        assertEquals(List.of("why.busy"), reasons);
    }

    @Test
    void commandsComeAndGo() {
        List<String> stores = new ArrayList<>();
        commands.add(Command.of("demo", "start.demo", () -> {}));
        commands.addAll(
                () ->
                        stores.stream()
                                .map(store -> Command.of(store, "start.own", () -> {}))
                                .toList());
        assertEquals(1, commands.all().size());
        stores.add("clicks");
        assertEquals(List.of("demo", "clicks"), commands.all().stream().map(Command::id).toList());
    }
}
