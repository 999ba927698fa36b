package org.amalgam.ui;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
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
import org.amalgam.ui.frame.FrameViewModel.Screen;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;

/**
 * Draws every screen in both themes, languages and two sizes into a folder, for people to look at:
 * {@code java org.amalgam.ui.ScreenPictures FOLDER}, with a display or under Monocle.
 */
public final class ScreenPictures {

    private static final List<int[]> SIZES = List.of(new int[] {1280, 800}, new int[] {1440, 900});

    private final Path folder;
    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(1);
    private final Messages messages = new Messages();
    private Stage stage;
    private WorkbenchWindow window;

    private ScreenPictures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        ScreenPictures pictures = new ScreenPictures(Path.of(args[0]));
        Files.createDirectories(pictures.folder);
        Platform.startup(() -> {});
        pictures.take();
        System.exit(0);
    }

    private void take() throws Exception {
        Folders folders = new Folders(Files.createTempDirectory("amalgam-pictures"));
        onScreenThread(
                () -> {
                    stage = new Stage();
                    window =
                            new WorkbenchWindow(
                                    factory,
                                    TaskRunner.forWindow(),
                                    messages,
                                    folders,
                                    owner -> List.of(Path.of("events.csv")));
                    window.show(stage);
                });
        all("start");
        onScreenThread(() -> window.desk().importLogs(List.of(Path.of("events.csv"))));
        idle();
        all("data");
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
        onScreenThread(() -> window.frame().screenProperty().set(Screen.DATA));
        all("trained");
        onScreenThread(() -> window.close());
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
        for (int i = 0; i < 400; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("waited in vain");
    }

    private static void onScreenThread(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(
                () -> {
                    try {
                        work.run();
                    } finally {
                        done.countDown();
                    }
                });
        if (!done.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the screen thread hangs");
        }
    }
}
