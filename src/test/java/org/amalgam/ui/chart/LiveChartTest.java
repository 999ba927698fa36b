package org.amalgam.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.amalgam.ui.chart.ChartModel.Kind;
import org.amalgam.ui.control.Parts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a chart that moves costs the window around it. */
@ExtendWith(ApplicationExtension.class)
class LiveChartTest {

    private static final LineStyle STYLE = LineStyle.solid(Palette.BLUE, 2);

    private final ChartModel model = new ChartModel(Kind.LINES);
    private LiveChart chart;
    private Parent around;

    @Start
    void show(Stage stage) {
        chart = new LiveChart(model);
        ScrollPane pane = new ScrollPane(new StackPane(chart));
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        Parts.drawOnlyChanges(pane);
        around = pane;
        stage.setScene(new Scene(pane, 400, 300));
        stage.show();
    }

    @Test
    void newPointsArePaintedWithoutLayingOutTheWindow(FxRobot robot) {
        robot.interact(
                () -> {
                    model.add("a", STYLE, 1, .2);
                    model.add("a", STYLE, 2, .4);
                    chart.refresh();
                    around.layout();
                });
        robot.interact(
                () -> {
                    model.add("a", STYLE, 3, .3);
                    chart.refresh();
                    assertThat(chart.picture().orElseThrow().plot().x().high()).isEqualTo(3);
                    assertThat(chart.isNeedsLayout()).isFalse();
                    assertThat(around.isNeedsLayout()).isFalse();
                });
    }

    @Test
    void anotherSizeIsPaintedAtOnce(FxRobot robot) {
        robot.interact(
                () -> {
                    model.add("a", STYLE, 1, .2);
                    chart.refresh();
                    chart.getScene().getWindow().setWidth(700);
                    around.layout();
                    assertThat(chart.picture().orElseThrow().frame().width())
                            .isEqualTo(chart.getWidth())
                            .isGreaterThan(500);
                });
    }

    @Test
    void whatScrollsIsNotDrawnWholeForEachChange(FxRobot robot) {
        robot.interact(() -> assertThat(around.lookup(".viewport").isCache()).isFalse());
    }
}
