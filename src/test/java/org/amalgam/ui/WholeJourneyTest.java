package org.amalgam.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.amalgam.pipeline.WorkbenchFactory.ShopSize;
import org.amalgam.pipeline.Workbenches;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/**
 * Everything a person does with the window on the first day, over the real store, members and
 * replay; only the demo shop is smaller than the one that ships.
 */
@ExtendWith(ApplicationExtension.class)
class WholeJourneyTest {

    private static final ShopSize SMALL = new ShopSize(200, 300, 10_000);

    @TempDir static Path home;

    private final Eyes eyes = new Eyes();
    private Path exported;
    private WorkbenchWindow window;
    private Stage stage;

    @Start
    void open(Stage opened) throws Exception {
        stage = opened;
        Path own = Files.createTempDirectory(home, "own");
        exported = own.resolve("list.csv");
        Messages messages = new Messages();
        window =
                new WorkbenchWindow(
                        new Workbenches(SMALL),
                        TaskRunner.forWindow(),
                        messages,
                        new Folders(own),
                        owner -> List.of(),
                        (owner, name) -> Optional.of(exported));
        window.show(stage);
    }

    @Stop
    void close() {
        window.close();
    }

    @Test
    void byClicksAndKeys(FxRobot robot) throws Exception {
        Journey person = new Journey(new MouseHand(robot, eyes), eyes, Language.ENGLISH);
        person.seesAtTheFirstStart(
                "What will the shopper want next?", "Explore the demo shop", "Open my log…");
        goes(person);
    }

    @Test
    void inChineseWithoutAMouse(FxRobot robot) throws Exception {
        KeyHand keys = new KeyHand(robot, eyes, stage);
        keys.shortcut(KeyCode.L);
        Journey person = new Journey(keys, eyes, Language.CHINESE);
        person.seesAtTheFirstStart("顾客接下来想要什么？", "浏览演示商店", "打开我的日志…");
        goes(person);
    }

    private void goes(Journey person) throws Exception {
        person.opensTheDemoShop();
        person.watchesItLive();
        person.findsAShopper();
        person.readsWhyItemsAreRecommended();
        person.triesAWhatIf();
        person.writesARule();
        person.readsItsPreview();
        person.appliesIt();
        person.seesItInTheNextList();
        person.undoesIt();
        person.exportsTo(exported);
    }
}
