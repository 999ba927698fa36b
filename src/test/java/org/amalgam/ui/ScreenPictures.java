package org.amalgam.ui;

import static org.amalgam.ui.ScreenThread.onScreenThread;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Draws every screen in both themes, languages and two sizes into a folder, for people to look at:
 * {@code mvn test -Dtest=ScreenPictures -Damalgam.pictures=FOLDER}, or with a display {@code java
 * org.amalgam.ui.ScreenPictures FOLDER}.
 */
@EnabledIfSystemProperty(named = ScreenPictures.FOLDER, matches = ".+")
public final class ScreenPictures {

    private static final List<int[]> SIZES = List.of(new int[] {1280, 800}, new int[] {1920, 1080});

    static final String FOLDER = "amalgam.pictures";

    private final Path folder = Path.of(System.getProperty(FOLDER));
    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(1);
    private final Messages messages = new Messages();
    private Stage stage;
    private WorkbenchWindow window;

    public static void main(String[] args) throws Exception {
        System.setProperty(FOLDER, args[0]);
        new ScreenPictures().take();
        System.exit(0);
    }

    @Test
    void take() throws Exception {
        Files.createDirectories(folder);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        Folders folders = new Folders(Files.createTempDirectory("amalgam-pictures"));
        onScreenThread(() -> open(folders));
        all("start");
        onScreenThread(() -> window.desk().importLogs(List.of(Path.of("events.csv"))));
        idle();
        all("data");
        shoppers();
        onScreenThread(() -> window.desk().exploreDemo());
        until(() -> window.desk().sessionProperty().get().isPresent());
        FakeReplaySession session = factory.newest().replays().get(0);
        Thread.sleep(600);
        session.pause();
        for (int i = 0; i < 600; i++) {
            session.advance(12);
            Thread.sleep(6);
        }
        all("live");
        onScreenThread(() -> chooseTime("lag"));
        one("unpaced", SIZES.get(0), Language.ENGLISH, false);
        one("unpaced", SIZES.get(0), Language.CHINESE, true);
        onScreenThread(() -> ((Slider) stage.getScene().lookup("#speedSlider")).setValue(3));
        for (int i = 0; i < 300; i++) {
            session.advance(6);
            Thread.sleep(6);
        }
        all("lag");
        onScreenThread(() -> chooseTime(LiveSnapshot.WHOLE_EVENT));
        onScreenThread(this::pointAtChartAndComplain);
        one("pointer", SIZES.get(0), Language.ENGLISH, false);
        one("pointer", SIZES.get(0), Language.CHINESE, true);
        onScreenThread(() -> window.frame().dismissNotice());
        rules();
        catalogue();
        allScreens();
        cards();
        closeAndOpenAgain(folders);
        breakOffAndOpenAgain(folders);
    }

    private void open(Folders folders) {
        stage = new Stage();
        window =
                new WorkbenchWindow(
                        factory,
                        TaskRunner.forWindow(),
                        messages,
                        folders,
                        owner -> List.of(Path.of("events.csv")));
        window.show(stage);
    }

    private void rules() throws Exception {
        onScreenThread(() -> window.frame().screenProperty().set(Screen.RULES));
        all("rules-empty");
        onScreenThread(() -> write("Mira"));
        press("#applyRule");
        onScreenThread(() -> write("Klik"));
        press("#applyRule");
        onScreenThread(() -> ((CheckBox) stage.getScene().lookup("#rule-on-2")).fire());
        onScreenThread(() -> write("Norda"));
        press("#previewRule");
        all("rules");
        onScreenThread(() -> choose("#trailTab"));
        one("rules-trail", SIZES.get(0), Language.ENGLISH, false);
    }

    private void catalogue() throws Exception {
        factory.newest().finishReplay();
        onScreenThread(() -> window.frame().screenProperty().set(Screen.CATALOGUE));
        Thread.sleep(600);
        onScreenThread(() -> choose("#catalogueMap"));
        all("catalogue-map");
        onScreenThread(() -> choose("#catalogueList"));
        all("catalogue");
    }

    /** Those of the rail, as they are while a replay is under way. */
    private void allScreens() throws Exception {
        for (Screen screen : Screen.values()) {
            onScreenThread(() -> window.frame().screenProperty().set(screen));
            String name = "screen-" + screen.name().toLowerCase(Locale.ROOT);
            all(name);
            for (int text : new int[] {90, 150, 200}) {
                onScreenThread(() -> window.frame().textSizeProperty().set(text));
                one(name + "-text-" + text, SIZES.get(0), Language.ENGLISH, false);
                one(name + "-text-" + text, SIZES.get(0), Language.CHINESE, true);
            }
            onScreenThread(() -> window.frame().textSizeProperty().set(100));
        }
    }

    /** What is shown above screens. */
    private void cards() throws Exception {
        run("palette");
        all("palette");
        run("palette");
        run("shortcuts");
        all("shortcuts");
        onScreenThread(() -> ((Button) stage.getScene().lookup("#closeShortcuts")).fire());
        onScreenThread(() -> window.desk().importLogs(List.of(Path.of("broken.csv"))));
        idle();
        run("tasks");
        all("tasks");
        run("tasks");
    }

    private void run(String command) throws InterruptedException {
        onScreenThread(
                () ->
                        window.commands().all().stream()
                                .filter(found -> found.id().equals(command))
                                .forEach(window.commands()::run));
    }

    /** The start page of those who were here before. */
    private void closeAndOpenAgain(Folders folders) throws Exception {
        onScreenThread(
                () -> {
                    messages.languageProperty().set(Language.ENGLISH);
                    window.frame().screenProperty().set(Screen.DATA);
                    stage.close();
                    window.close();
                    open(folders);
                });
        all("start-again");
    }

    /** Closing asks while a replay is under way, and the next window offers to go on with it. */
    private void breakOffAndOpenAgain(Folders folders) throws Exception {
        onScreenThread(() -> window.desk().exploreDemo());
        until(() -> window.desk().sessionProperty().get().isPresent());
        FakeReplaySession session = factory.newest().replays().get(0);
        until(window.live()::running);
        idle();
        session.seek(3_412);
        until(() -> !window.live().running());
        run("close");
        all("closing-replay");
        onScreenThread(
                () -> {
                    ((Button) stage.getScene().lookup("#closeReplay")).fire();
                    window.close();
                    open(folders);
                    window.reopen();
                });
        idle();
        all("resume");
        onScreenThread(() -> window.close());
    }

    private void shoppers() throws Exception {
        onScreenThread(() -> window.frame().screenProperty().set(Screen.SHOPPERS));
        until(() -> stage.getScene().lookup("#list-left-1") != null);
        all("shoppers");
        onScreenThread(
                () -> {
                    TextField add = (TextField) stage.getScene().lookup("#addItem");
                    add.requestFocus();
                    add.setText("camera");
                });
        Thread.sleep(300);
        onScreenThread(() -> press(stage.getScene().lookup("#addItem"), KeyCode.ENTER));
        Thread.sleep(300);
        all("what-if");
        onScreenThread(() -> choose("#compare"));
        Thread.sleep(300);
        all("compare");
    }

    private static void press(Node node, KeyCode key) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private void all(String screen) throws Exception {
        for (int[] size : SIZES) {
            for (Language language : Language.values()) {
                for (boolean dark : new boolean[] {false, true}) {
                    one(screen, size, language, dark);
                }
            }
        }
    }

    private void one(String screen, int[] size, Language language, boolean dark) throws Exception {
        onScreenThread(
                () -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                    messages.languageProperty().set(language);
                    window.frame().darkProperty().set(dark);
                });
        Thread.sleep(350);
        String name =
                String.format(
                        "%s-%s-%s-%d.png",
                        screen,
                        language == Language.ENGLISH ? "en" : "zh",
                        dark ? "dark" : "light",
                        size[0]);
        onScreenThread(() -> write(folder.resolve(name).toFile()));
    }

    private void write(File file) {
        try {
            var image = SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null);
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private void write(String name) {
        ((TextField) stage.getScene().lookup("#nameField")).setText(name);
    }

    private void press(String button) throws InterruptedException {
        onScreenThread(() -> ((Button) stage.getScene().lookup(button)).fire());
        Thread.sleep(300);
        idle();
    }

    private void choose(String button) {
        ((ToggleButton) stage.getScene().lookup(button)).fire();
    }

    @SuppressWarnings("unchecked")
    private void chooseTime(String stageName) {
        ((ComboBox<String>) stage.getScene().lookup("#timeChoice")).setValue(stageName);
    }

    private void pointAtChartAndComplain() {
        Node chart = stage.getScene().lookup("#chart-hr");
        chart.getOnMouseMoved().handle(movedTo(150));
        String text = "clicks.csv, line 1: no column looks like a time; name the format";
        window.desk().tell(Notice.Kind.ERROR, text);
    }

    private static MouseEvent movedTo(double x) {
        return new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                x,
                60,
                x,
                60,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    private void idle() throws InterruptedException {
        Thread.sleep(100);
        until(() -> window.desk().runner().currentProperty().get().isEmpty());
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        ScreenThread.until(Duration.ofSeconds(20), condition);
    }
}
