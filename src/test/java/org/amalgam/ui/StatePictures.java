package org.amalgam.ui;

import static org.amalgam.ui.ScreenThread.onScreenThread;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.frame.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Draws what a real shop seldom shows, with made-up numbers: first and later starts, what-if, two
 * settings side by side, cards, errors, other text sizes. {@code mvn test -Dtest=StatePictures
 * -Damalgam.pictures=FOLDER}, or with a display {@code java -Damalgam.pictures=FOLDER
 * org.amalgam.ui.StatePictures}.
 */
@EnabledIfSystemProperty(named = Camera.FOLDER, matches = ".+")
public final class StatePictures {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Pixels from a chart's left end. */
    private static final int POINTED_AT = 118;

    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(1);
    private final Camera camera;
    private final Path home;
    private DrivenWindow driven;

    StatePictures() throws IOException {
        camera = new Camera();
        home = Files.createTempDirectory("amalgam-pictures");
    }

    public static void main(String[] args) throws Exception {
        new StatePictures().take();
        System.exit(0);
    }

    @Test
    void take() throws Exception {
        ScreenThread.start();
        open();
        onScreenThread(() -> window().desk().importLogs(List.of(Path.of("events.csv"))));
        idle();
        shoppers();
        onScreenThread(() -> window().desk().exploreDemo());
        until(() -> window().desk().sessionProperty().get().isPresent());
        FakeReplaySession session = factory.newest().replays().get(0);
        Thread.sleep(600);
        session.pause();
        advance(session, 600, 12);
        onScreenThread(() -> chooseTime("lag"));
        camera.twice("unpaced");
        onScreenThread(() -> ((Slider) driven.find("speedSlider")).setValue(3));
        advance(session, 300, 6);
        camera.all("lag");
        onScreenThread(() -> chooseTime(LiveSnapshot.WHOLE_EVENT));
        onScreenThread(this::pointAtChartAndComplain);
        camera.twice("pointer");
        onScreenThread(() -> window().frame().dismissNotice());
        rules();
        factory.newest().finishReplay();
        textSizes();
        cards();
        closeAndOpenAgain();
        breakOffAndOpenAgain();
    }

    private void open() throws Exception {
        driven = DrivenWindow.open(factory, home);
        camera.lookAt(driven);
    }

    private static void advance(FakeReplaySession session, int times, int events)
            throws InterruptedException {
        for (int i = 0; i < times; i++) {
            session.advance(events);
            Thread.sleep(6);
        }
    }

    private void rules() throws Exception {
        driven.show(Screen.RULES);
        camera.all("rules-empty");
        onScreenThread(() -> ((TextField) driven.find("nameField")).setText("Mira"));
        driven.press("applyRule", PATIENCE);
        driven.press("trailTab", PATIENCE);
        camera.once("rules-trail");
    }

    private void textSizes() throws Exception {
        for (Screen screen : Screen.values()) {
            driven.show(screen);
            for (int text : new int[] {90, 150, 200}) {
                onScreenThread(() -> window().frame().textSizeProperty().set(text));
                camera.twice("text-" + text + "-" + screen.name().toLowerCase(Locale.ROOT));
            }
            onScreenThread(() -> window().frame().textSizeProperty().set(100));
        }
    }

    /** What is shown above screens. */
    private void cards() throws Exception {
        driven.run("palette");
        camera.all("palette");
        driven.run("palette");
        driven.run("shortcuts");
        camera.all("shortcuts");
        driven.press("closeShortcuts", PATIENCE);
        onScreenThread(() -> window().desk().importLogs(List.of(Path.of("broken.csv"))));
        idle();
        driven.run("tasks");
        camera.all("tasks");
        driven.run("tasks");
    }

    /** The start page of those who were here before. */
    private void closeAndOpenAgain() throws Exception {
        driven.show(Screen.DATA);
        driven.close();
        open();
        camera.all("start-again");
    }

    /** Closing asks while a replay is under way, and the next window offers to go on with it. */
    private void breakOffAndOpenAgain() throws Exception {
        onScreenThread(() -> window().desk().exploreDemo());
        until(() -> window().desk().sessionProperty().get().isPresent());
        FakeReplaySession session = factory.newest().replays().get(0);
        until(window().live()::running);
        idle();
        session.seek(3_412);
        until(() -> !window().live().running());
        driven.run("close");
        camera.all("closing-replay");
        driven.press("closeReplay", PATIENCE);
        onScreenThread(() -> window().close());
        open();
        onScreenThread(() -> window().reopen());
        idle();
        camera.all("resume");
        driven.close();
    }

    private void shoppers() throws Exception {
        driven.show(Screen.SHOPPERS);
        until(() -> driven.find("list-left-1") != null);
        onScreenThread(
                () -> {
                    TextField add = (TextField) driven.find("addItem");
                    add.requestFocus();
                    add.setText("camera");
                });
        Thread.sleep(300);
        onScreenThread(() -> press(driven.find("addItem"), KeyCode.ENTER));
        Thread.sleep(300);
        camera.all("what-if");
        driven.press("compare", PATIENCE);
        camera.all("compare");
    }

    private static void press(Node node, KeyCode key) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    @SuppressWarnings("unchecked")
    private void chooseTime(String stageName) {
        ((ComboBox<String>) driven.find("timeChoice")).setValue(stageName);
    }

    private void pointAtChartAndComplain() {
        Node chart = driven.find("chart-hr");
        press(chart, KeyCode.HOME);
        for (int pixel = 0; pixel < POINTED_AT; pixel++) {
            press(chart, KeyCode.RIGHT);
        }
        String text = "clicks.csv, line 1: no column looks like a time; name the format";
        window().desk().tell(Notice.Kind.ERROR, text);
    }

    private void idle() throws InterruptedException {
        Thread.sleep(100);
        driven.untilIdle(PATIENCE);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        ScreenThread.until(PATIENCE, condition);
    }

    private WorkbenchWindow window() {
        return driven.window();
    }
}
