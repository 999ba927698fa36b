package org.amalgam.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.amalgam.domain.LiveSnapshot.State;
import org.amalgam.ui.command.Command;
import org.amalgam.ui.command.Commands;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.frame.FrameViewModel;
import org.amalgam.ui.frame.Rail;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.live.LiveViewModel;
import org.amalgam.ui.live.Resumption;
import org.amalgam.ui.settings.RecentStores;
import org.amalgam.ui.settings.Remembered;
import org.amalgam.ui.training.TrainingViewModel;

/** Puts what the window can do into the registry of commands. */
final class WorkbenchCommands {

    /** Opens the palette. */
    static final KeyCombination PALETTE = ctrl(KeyCode.K);

    private static final int TEXT_STEP = 10;

    private final Commands commands;
    private final Desk desk;
    private final FrameViewModel frame;

    WorkbenchCommands(Commands commands, Desk desk, FrameViewModel frame) {
        this.commands = commands;
        this.desk = desk;
        this.frame = frame;
    }

    private static KeyCombination ctrl(KeyCode key, KeyCombination.Modifier... more) {
        KeyCombination.Modifier[] all = new KeyCombination.Modifier[more.length + 1];
        all[0] = KeyCombination.SHORTCUT_DOWN;
        System.arraycopy(more, 0, all, 1, more.length);
        return new KeyCodeCombination(key, all);
    }

    private static Supplier<Optional<String>> when(BooleanSupplier hindered, String reasonKey) {
        return () -> hindered.getAsBoolean() ? Optional.of(reasonKey) : Optional.empty();
    }

    private boolean busy() {
        return desk.runner().isBusy();
    }

    private Command whenIdle(Command command) {
        return command.unless(when(this::busy, "why.busy"));
    }

    private Command whenOpen(Command command) {
        return command.unless(when(() -> !desk.hasEvents(), "why.no-store"));
    }

    /** A command for every screen of the rail, with the keys of its place. */
    void screens(List<Screen> screens) {
        for (int i = 0; i < screens.size(); i++) {
            Screen screen = screens.get(i);
            commands.add(
                    Command.of(
                                    "go-" + screen,
                                    screen.titleKey(),
                                    () -> frame.screenProperty().set(screen))
                            .titled(words -> words.get("command.go", words.get(screen.titleKey())))
                            .on(Rail.keys(i)));
        }
    }

    void stores(Runnable openLog, RecentStores stores, Consumer<Path> open) {
        commands.add(whenIdle(Command.of("demo", "start.demo-button", desk::exploreDemo)));
        commands.add(whenIdle(Command.of("open", "start.own-button", openLog).on(ctrl(KeyCode.O))));
        commands.addAll(
                () ->
                        stores.list().stream()
                                .map(recent -> openStore(recent.store(), open))
                                .toList());
    }

    private Command openStore(Path store, Consumer<Path> open) {
        return whenIdle(
                Command.of("open-" + store, "command.open-store", () -> open.accept(store))
                        .titled(words -> words.get("command.open-store", store.getFileName())));
    }

    void training(TrainingViewModel training) {
        commands.add(
                whenOpen(whenIdle(Command.of("train", "training.title", training::train)))
                        .unless(when(() -> !training.anyChosen(), "why.no-member")));
    }

    void replay(LiveViewModel live) {
        commands.add(
                whenOpen(whenIdle(Command.of("replay", "setup.start", () -> live.prepare(true)))));
        List<Command> underWay = new ArrayList<>();
        underWay.add(
                Command.of("toggle", "replay.play", live::toggle)
                        .titled(words -> words.get(live.running() ? "replay.pause" : "replay.play"))
                        .on(new KeyCodeCombination(KeyCode.SPACE))
                        .unless(when(() -> over(live), "why.replay-over")));
        underWay.add(
                Command.of("step", "command.step", live::step)
                        .on(new KeyCodeCombination(KeyCode.N))
                        .unless(when(() -> over(live), "why.replay-over")));
        underWay.add(
                Command.of("step-back", "command.step-back", live.travel()::stepBack)
                        .on(new KeyCodeCombination(KeyCode.B))
                        .unless(when(() -> atBegin(live), "why.replay-begin")));
        underWay.add(Command.of("stop", "replay.stop", live::stop));
        underWay.add(Command.of("equal", "command.equal", live.weights()::equalise));
        for (Command command : underWay) {
            commands.add(
                    command.unless(
                            when(() -> desk.sessionProperty().get().isEmpty(), "why.no-replay")));
        }
    }

    /** Going on with the replay of last time. */
    void resume(Resumption resumption) {
        var offer = resumption.offerProperty();
        commands.add(
                whenIdle(
                        Command.of("resume", "command.resume", resumption::resume)
                                .titled(
                                        words ->
                                                offer.get()
                                                        .map(
                                                                paused ->
                                                                        Resumption.title(
                                                                                paused, words))
                                                        .orElseGet(
                                                                () -> words.get("command.resume")))
                                .on(ctrl(KeyCode.R))
                                .unless(
                                        when(
                                                () -> offer.get().isEmpty(),
                                                "why.nothing-to-resume"))));
    }

    private static boolean atBegin(LiveViewModel live) {
        return live.snapshotProperty().get().map(now -> now.step() == 0).orElse(false);
    }

    private static boolean over(LiveViewModel live) {
        return live.snapshotProperty()
                .get()
                .map(now -> now.state() == State.FINISHED || now.state() == State.FAILED)
                .orElse(false);
    }

    void undo() {
        var stack = desk.undo();
        commands.add(
                Command.of("undo", "command.undo", stack::undo)
                        .titled(
                                words ->
                                        stack.nextUndoProperty()
                                                .get()
                                                .map(change -> change.name().apply(words))
                                                .map(name -> words.get("command.undo-that", name))
                                                .orElseGet(() -> words.get("command.undo")))
                        .on(ctrl(KeyCode.Z))
                        .unless(
                                when(
                                        () -> stack.nextUndoProperty().get().isEmpty(),
                                        "why.nothing-to-undo")));
        Command redo =
                Command.of("redo", "command.redo", stack::redo)
                        .titled(
                                words ->
                                        stack.nextRedoProperty()
                                                .get()
                                                .map(change -> change.name().apply(words))
                                                .map(name -> words.get("command.redo-that", name))
                                                .orElseGet(() -> words.get("command.redo")))
                        .unless(
                                when(
                                        () -> stack.nextRedoProperty().get().isEmpty(),
                                        "why.nothing-to-redo"));
        commands.add(redo.on(ctrl(KeyCode.Z, KeyCombination.SHIFT_DOWN), ctrl(KeyCode.Y)));
    }

    /** Theme, language and text size. */
    void look() {
        commands.add(
                Command.of("theme", "command.dark", () -> frame.darkProperty().set(!frame.dark()))
                        .titled(words -> words.get(frame.dark() ? "command.light" : "command.dark"))
                        .on(ctrl(KeyCode.D)));
        commands.add(
                Command.of("language", "look.language", frame::switchLanguage).on(ctrl(KeyCode.L)));
        commands.add(
                text("command.text-larger", TEXT_STEP, Remembered.MOST_TEXT, "why.text-largest")
                        .on(ctrl(KeyCode.EQUALS), ctrl(KeyCode.PLUS), ctrl(KeyCode.ADD)));
        commands.add(
                text("command.text-smaller", -TEXT_STEP, Remembered.LEAST_TEXT, "why.text-smallest")
                        .on(ctrl(KeyCode.MINUS), ctrl(KeyCode.SUBTRACT)));
        commands.add(
                Command.of(
                                "normal-text",
                                "command.text-normal",
                                () -> size().set(Remembered.NORMAL_TEXT))
                        .on(ctrl(KeyCode.DIGIT0)));
    }

    private Command text(String key, int step, int limit, String reasonKey) {
        return Command.of(key, key, () -> size().set(size().get() + step))
                .unless(when(() -> size().get() == limit, reasonKey));
    }

    private IntegerProperty size() {
        return frame.textSizeProperty();
    }

    /** What belongs to the window itself. */
    void window(Runnable palette, Runnable shortcuts, Runnable tasks, Runnable close) {
        commands.add(Command.of("tasks", "command.tasks", tasks).on(ctrl(KeyCode.J)));
        commands.add(
                Command.of("cancel", "command.cancel", desk.runner()::cancel)
                        .on(ctrl(KeyCode.PERIOD))
                        .unless(when(() -> !busy(), "why.nothing-to-cancel")));
        commands.add(Command.of("palette", "command.palette", palette).on(PALETTE));
        commands.add(
                Command.of("shortcuts", "command.shortcuts", shortcuts)
                        .on(new KeyCodeCombination(KeyCode.F1)));
        commands.add(Command.of("close", "command.close", close).on(ctrl(KeyCode.Q)));
    }
}
