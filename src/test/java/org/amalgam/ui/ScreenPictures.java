package org.amalgam.ui;

import static org.amalgam.ui.ScreenThread.onScreenThread;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javafx.scene.control.TextField;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.pipeline.ReplaySession;
import org.amalgam.pipeline.Workbenches;
import org.amalgam.ui.frame.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Draws the start page and every screen of the rail with the demo shop, its networks trained and
 * two thousand of its events replayed, so that every figure in a picture was measured: {@code mvn
 * test -Dtest=ScreenPictures -Damalgam.pictures=FOLDER}, or with a display {@code java
 * -Damalgam.pictures=FOLDER org.amalgam.ui.ScreenPictures}.
 */
@EnabledIfSystemProperty(named = Camera.FOLDER, matches = ".+")
public final class ScreenPictures {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long REPLAYED = 2_000;

    private final Camera camera = new Camera();
    private DrivenWindow driven;

    ScreenPictures() throws IOException {}

    public static void main(String[] args) throws Exception {
        new ScreenPictures().take();
        System.exit(0);
    }

    @Test
    void take() throws Exception {
        ScreenThread.start();
        driven = DrivenWindow.open(Workbenches.quick());
        camera.lookAt(driven);
        camera.all("start");
        onScreenThread(() -> window().desk().exploreDemo());
        until(() -> window().desk().sessionProperty().get().isPresent());
        // Its networks are trained beside it, and join it one after the other.
        until(() -> step() > 0 && window().desk().runner().currentProperty().get().isPresent());
        camera.twice("warming-up");
        driven.untilIdle(PATIENCE);
        replayFromTheBeginning();
        camera.all("live");
        driven.show(Screen.DATA);
        camera.all("data");
        driven.show(Screen.SHOPPERS);
        until(() -> driven.find("list-left-1") != null);
        camera.all("shoppers");
        rules();
        catalogue();
        driven.show(Screen.SETTINGS);
        camera.all("settings");
        driven.close();
    }

    /** With all networks, which joined when some events had gone by. */
    private void replayFromTheBeginning() throws InterruptedException {
        ReplaySession session = window().desk().sessionProperty().get().orElseThrow();
        session.pause();
        session.seek(0);
        until(() -> step() == 0);
        session.speed(Double.POSITIVE_INFINITY);
        session.play();
        until(() -> step() >= REPLAYED);
        session.pause();
        until(() -> !window().live().running());
    }

    private long step() {
        return window().live().snapshotProperty().get().map(LiveSnapshot::step).orElse(0L);
    }

    private void rules() throws Exception {
        driven.show(Screen.RULES);
        name("Roast Republic");
        driven.press("applyRule", PATIENCE);
        name("Norvik");
        driven.press("applyRule", PATIENCE);
        driven.press("rule-on-2", PATIENCE);
        name("Sonora");
        driven.press("previewRule", PATIENCE);
        camera.all("rules");
    }

    private void name(String brand) throws InterruptedException {
        onScreenThread(() -> ((TextField) driven.find("nameField")).setText(brand));
    }

    private void catalogue() throws Exception {
        driven.show(Screen.CATALOGUE);
        driven.press("catalogueMap", PATIENCE);
        camera.all("catalogue-map");
        driven.press("catalogueList", PATIENCE);
        camera.all("catalogue");
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        ScreenThread.until(PATIENCE, condition);
    }

    private WorkbenchWindow window() {
        return driven.window();
    }
}
