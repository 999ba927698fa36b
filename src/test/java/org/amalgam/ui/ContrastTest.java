package org.amalgam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.amalgam.ui.frame.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Text can be read in both themes: its contrast with what is behind it, by the formula of WCAG 2.1,
 * is at least 4.5. What cannot be used now is exempt, as it is there.
 */
@ExtendWith(ApplicationExtension.class)
class ContrastTest {

    private static final double LEAST = 4.5;

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

    @Test
    void theFormulaGivesKnownValues() {
        assertEquals(21, contrast(Color.BLACK, Color.WHITE), 1e-9);
        assertEquals(4.48, contrast(Color.web("#777777"), Color.WHITE), 0.005);
        assertEquals(1, contrast(Color.web("#123456"), Color.web("#123456")), 1e-9);
    }

    @Test
    void textCanBeReadOnEveryScreenInBothThemes(FxRobot robot) throws Exception {
        Set<String> faint = new TreeSet<>();
        bothThemes(robot, "start", faint);
        test.load();
        test.replayDemo();
        for (Screen screen : Screen.values()) {
            robot.interact(() -> test.window.frame().screenProperty().set(screen));
            bothThemes(robot, screen.toString(), faint);
        }
        robot.clickOn("#tasksButton").clickOn("#paletteButton");
        bothThemes(robot, "palette", faint);
        assertEquals(Set.of(), faint);
    }

    private void bothThemes(FxRobot robot, String screen, Set<String> faint) {
        for (boolean dark : new boolean[] {false, true}) {
            robot.interact(() -> test.window.frame().darkProperty().set(dark));
            WaitForAsyncUtils.waitForFxEvents();
            List<Text> texts = texts(test.scene().getRoot(), new ArrayList<>());
            assertTrue(texts.size() > 10, screen + " shows text");
            for (Text text : texts) {
                double contrast = contrast((Color) text.getFill(), behind(text));
                if (contrast < LEAST) {
                    faint.add(
                            String.format(
                                    Locale.ROOT,
                                    "%.2f %s %s %s on %s: \"%s\" %s",
                                    contrast,
                                    screen,
                                    dark ? "dark" : "light",
                                    text.getFill(),
                                    behind(text),
                                    text.getText(),
                                    text.getParent().getStyleClass()));
                }
            }
        }
    }

    private static List<Text> texts(Parent parent, List<Text> found) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled() || child.getOpacity() == 0) {
                continue;
            }
            if (child instanceof Text text && !(child instanceof FontIcon)) {
                if (!text.getText().isBlank()) {
                    found.add(text);
                }
            } else if (child instanceof Parent inner) {
                texts(inner, found);
            }
        }
        return found;
    }

    /** What is painted behind a node by those around it, outermost first. */
    private static Color behind(Node node) {
        Parent parent = node.getParent();
        if (parent == null) {
            return Color.WHITE;
        }
        Color colour = behind(parent);
        if (parent instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color over) {
                    colour = blend(over, colour);
                }
            }
        }
        return colour;
    }

    private static Color blend(Color over, Color under) {
        Color opaque = Color.color(over.getRed(), over.getGreen(), over.getBlue());
        return under.interpolate(opaque, over.getOpacity());
    }

    private static double contrast(Color text, Color behind) {
        double one = luminance(blend(text, behind));
        double other = luminance(behind);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
