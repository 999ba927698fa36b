package org.amalgam.ui;

import static org.amalgam.ui.ScreenThread.onScreenThread;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.amalgam.ui.i18n.Language;

/** Takes pictures of a window, in both themes, languages and two sizes, into a folder. */
final class Camera {

    /** The system property that names the folder; without it no pictures are taken. */
    static final String FOLDER = "amalgam.pictures";

    private static final Size SMALL = new Size(1280, 800);
    private static final List<Size> SIZES = List.of(SMALL, new Size(1920, 1080));

    /** Until what was asked for is laid out and its fades are over. */
    private static final int SETTLES_MILLIS = 350;

    private final Path folder;
    private DrivenWindow window;

    Camera() throws IOException {
        folder = Files.createDirectories(Path.of(System.getProperty(FOLDER)));
    }

    void lookAt(DrivenWindow seen) {
        window = seen;
    }

    /** In every theme, language and size. */
    void all(String name) throws InterruptedException {
        for (Size size : SIZES) {
            for (Language language : Language.values()) {
                take(name, size, language, false);
                take(name, size, language, true);
            }
        }
    }

    /** The small size once, in English and light, where one picture tells enough. */
    void once(String name) throws InterruptedException {
        take(name, SMALL, Language.ENGLISH, false);
    }

    /** The small size twice: English and light, Chinese and dark. */
    void twice(String name) throws InterruptedException {
        once(name);
        take(name, SMALL, Language.CHINESE, true);
    }

    private void take(String name, Size size, Language language, boolean dark)
            throws InterruptedException {
        onScreenThread(
                () -> {
                    window.stage().setWidth(size.width());
                    window.stage().setHeight(size.height());
                    window.messages().languageProperty().set(language);
                    window.window().frame().darkProperty().set(dark);
                });
        Thread.sleep(SETTLES_MILLIS);
        String tongue = language == Language.ENGLISH ? "en" : "zh";
        String theme = dark ? "dark" : "light";
        Path file =
                folder.resolve(
                        String.join("-", name, tongue, theme, Integer.toString(size.width()))
                                + ".png");
        onScreenThread(() -> write(file.toFile()));
    }

    private void write(File file) {
        try {
            var image = SwingFXUtils.fromFXImage(window.stage().getScene().snapshot(null), null);
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private record Size(int width, int height) {}
}
