package org.amalgam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.live.CampaignsViewModel.CampaignSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Campaigns on the live screen's timeline as they are seen, read and clicked. */
@ExtendWith(ApplicationExtension.class)
class CampaignBandsTest {

    @TempDir Path home;
    private WindowUnderTest test;

    @Start
    void open(Stage stage) {
        test = new WindowUnderTest(stage, home, 1);
    }

    @Stop
    void close() {
        test.window.close();
    }

    private FakeReplaySession replay(FxRobot robot) throws Exception {
        test.load();
        FakeReplaySession session = test.replayDemo();
        session.pause();
        session.seek(300);
        robot.interact(() -> test.window.frame().screenProperty().set(Screen.LIVE));
        Patience.until(() -> bands(robot).size() == 6);
        Patience.until(() -> bands(robot).get(0).getWidth() > 6);
        return session;
    }

    private static List<Region> bands(FxRobot robot) {
        return robot.lookup(".timeline-campaign").queryAllAs(Region.class).stream().toList();
    }

    private static String tip(Node node) {
        return ((Tooltip) node.getProperties().get("javafx.scene.control.Tooltip")).getText();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private List<CampaignSpan> spans() {
        return test.window.live().campaigns().spansProperty().get();
    }

    @Test
    void eachSaysWhatItIsInBothLanguages(FxRobot robot) throws Exception {
        replay(robot);
        assertEquals(
                "Camping week\n2026-05-04 00:00 to 2026-05-09 00:00 (UTC) · 1 item",
                tip(bands(robot).get(1)));
        assertEquals(
                "Tea and coffee\n2026-05-09 00:00 to 2026-05-12 00:00 (UTC) · 2 items\n\n"
                        + "Yoga days\n2026-05-10 00:00 to 2026-05-13 00:00 (UTC) · no known item",
                tip(bands(robot).get(3)));
        Node timeline = robot.lookup("#timeline").query();
        assertEquals("Place in the replay, 7 campaigns", timeline.getAccessibleText());
        assertTrue(timeline.getAccessibleHelp().contains("Bands below: campaigns"));

        robot.interact(() -> test.messages.languageProperty().set(Language.CHINESE));
        assertEquals(
                "Labour day 五一大促\n2026-04-30 00:00 至 2026-05-05 00:00（UTC）· 4 件商品",
                tip(bands(robot).get(0)));
        assertTrue(tip(bands(robot).get(3)).endsWith("无已知商品"), tip(bands(robot).get(3)));
        assertEquals("重放位置，7 个营销活动", timeline.getAccessibleText());
        assertTrue(timeline.getAccessibleHelp().contains("下方色带：营销活动"));
    }

    @Test
    void theyLieBelowTheTrackFromBeginToEndAndNeverOnEachOther(FxRobot robot) throws Exception {
        replay(robot);
        Bounds track = place(robot.lookup(".timeline-track").query());
        Bounds clock = place(robot.lookup("#virtualClock").query());
        List<Bounds> places = bands(robot).stream().map(CampaignBandsTest::place).toList();
        for (int i = 0; i < places.size(); i++) {
            Bounds band = places.get(i);
            assertTrue(band.getMinY() > track.getMaxY(), "below the track: " + band);
            assertTrue(band.getMaxY() <= clock.getMinY(), "above the times: " + band);
            for (Bounds other : places.subList(i + 1, places.size())) {
                assertTrue(
                        band.getMaxX() <= other.getMinX()
                                || band.getMaxY() <= other.getMinY()
                                || other.getMaxY() <= band.getMinY(),
                        band + " and " + other);
            }
        }
        assertEquals(
                List.of(true, false, false, false, false, false),
                bands(robot).stream()
                        .map(band -> band.getStyleClass().contains("begun-before"))
                        .toList());
        CampaignSpan camping = spans().get(1);
        assertEquals(
                track.getMinX() + track.getWidth() * camping.from() / 12_296,
                places.get(1).getMinX(),
                1);
        assertEquals(
                track.getMinX() + track.getWidth() * camping.until() / 12_296,
                places.get(1).getMaxX(),
                1);
        assertEquals(track.getMinX(), places.get(0).getMinX(), 1);
        assertEquals(track.getMaxX(), places.get(5).getMaxX(), 1);
    }

    @Test
    void aClickGoesToTheBegin(FxRobot robot) throws Exception {
        FakeReplaySession session = replay(robot);
        robot.clickOn(bands(robot).get(1));
        long begin = spans().get(1).from();
        Patience.until(() -> session.currentStep() == begin);
        robot.interact(() -> test.window.desk().closeReplay());
        Patience.until(() -> spans().isEmpty());
    }
}
