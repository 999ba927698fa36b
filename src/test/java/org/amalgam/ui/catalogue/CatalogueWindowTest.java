package org.amalgam.ui.catalogue;

import static org.amalgam.ui.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.amalgam.ui.WorkbenchWindow;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The catalogue screen in the real window, by clicks and by keys. */
@ExtendWith(ApplicationExtension.class)
class CatalogueWindowTest {

    @TempDir static Path home;

    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(0);
    private final Messages messages = new Messages();
    private WorkbenchWindow window;

    @Start
    void open(Stage stage) throws Exception {
        window =
                new WorkbenchWindow(
                        factory,
                        TaskRunner.forWindow(),
                        messages,
                        new Folders(Files.createTempDirectory(home, "own")),
                        owner -> List.of(Path.of("events.csv")));
        window.show(stage);
    }

    @Stop
    void close() {
        window.close();
    }

    private void toTheCatalogue(FxRobot robot, boolean afterAReplay) {
        robot.clickOn("#openButton");
        until(() -> window.desk().hasEvents());
        if (afterAReplay) {
            factory.newest().finishReplay();
        }
        robot.clickOn("#catalogueTab");
        until(() -> rows(robot) == 24);
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#itemTable").queryTableView();
    }

    private static int rows(FxRobot robot) {
        return table(robot).getItems().size();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static boolean visible(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().map(CatalogueWindowTest::shown).orElse(false);
    }

    private static boolean shown(Node node) {
        return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
    }

    @Test
    void withoutAReplayTheScreenSaysSoAndStartsOne(FxRobot robot) throws Exception {
        toTheCatalogue(robot, false);
        assertThat(text(robot, "#catalogueOrigin")).startsWith("No replay of this data");
        robot.clickOn("#catalogueMap");
        until(() -> visible(robot, "#catalogueNothingShown"));
        robot.clickOn("#catalogueReplay");
        until(() -> window.desk().sessionProperty().get().isPresent());
        assertThat(window.frame().screenProperty().get()).isEqualTo(Screen.LIVE);
    }

    @Test
    void anItemIsSearchedOpenedAndLedOnFrom(FxRobot robot) throws Exception {
        toTheCatalogue(robot, true);
        assertThat(text(robot, "#catalogueOrigin")).startsWith("Lists of Fused: 5,000 cases");
        robot.clickOn("#catalogueSearch").write("shoes");
        until(() -> rows(robot) == 1);
        assertThat(text(robot, "#catalogueListed")).isEqualTo("1 of 24 items");
        robot.clickOn("Trail running shoes");
        until(() -> visible(robot, "#itemFunnel"));
        assertThat(text(robot, "#itemPageTitle")).isEqualTo("Trail running shoes");
        assertThat(robot.lookup("812").tryQuery()).isPresent();
        assertThat(robot.lookup("16.1 % (13.8 % to 18.8 %)").tryQuery()).isPresent();
        assertThat(robot.lookup("#itemShownTo").queryAs(VBox.class).getChildren()).hasSize(5);
        robot.clickOn("#itemShownTo .hyperlink");
        until(() -> text(robot, "#itemPageTitle").startsWith("Merino"));
        robot.clickOn("#closeItemPage");
        until(() -> !visible(robot, "#itemPage"));
    }

    @Test
    void theMapLeadsFromCategoryToBrandToItsItemsByKeys(FxRobot robot) throws Exception {
        toTheCatalogue(robot, true);
        robot.clickOn("#catalogueMap");
        until(() -> visible(robot, "#treemapMap"));
        robot.interact(() -> robot.lookup("#treemapMap").query().requestFocus());
        Node map = robot.lookup("#treemapMap").query();
        assertThat(map.getAccessibleText()).contains("Sports: ");
        robot.push(KeyCode.RIGHT);
        assertThat(map.getAccessibleText()).contains("Outdoor: ");
        robot.push(KeyCode.ENTER);
        until(() -> visible(robot, "#treemapUp"));
        robot.push(KeyCode.ENTER);
        until(() -> visible(robot, "#itemTable"));
        until(() -> rows(robot) == 2);
        assertThat(text(robot, "#catalogueListed")).isEqualTo("2 of 24 items");
    }

    @Test
    void theMapIsThereAsATable(FxRobot robot) throws Exception {
        toTheCatalogue(robot, true);
        robot.clickOn("#catalogueMap");
        until(() -> visible(robot, "#treemapMap"));
        robot.clickOn("#treemapAsTable");
        until(() -> visible(robot, "#treemapTable"));
        assertThat(robot.lookup("#treemapTable .table-cell").queryAll())
                .extracting(cell -> ((TableCell<?, ?>) cell).getText())
                .contains("Electronics", "Kitchen", "Food");
    }

    @Test
    void aDotOpensItsItemByKeys(FxRobot robot) throws Exception {
        toTheCatalogue(robot, true);
        robot.clickOn("#catalogueScatter");
        until(() -> visible(robot, "#scatterPlot"));
        assertThat(text(robot, "#scatterSummary")).contains("83.3 % of the catalogue");
        robot.interact(() -> robot.lookup("#scatterPlot").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.ENTER);
        until(() -> visible(robot, "#itemPage"));
        assertThat(text(robot, "#itemPageTitle")).isEqualTo("Adjustable dumbbells");
    }

    @Test
    void itemsShownToNobodyAreOneTabAndInChineseToo(FxRobot robot) throws Exception {
        toTheCatalogue(robot, true);
        robot.clickOn("#catalogueUnshown");
        until(() -> rows(robot) == 4);
        assertThat(text(robot, "#unshownSummary")).contains("first met after training 1 (4.2 %)");
        robot.interact(() -> messages.languageProperty().set(Language.CHINESE));
        assertThat(text(robot, "#unshownSummary")).contains("训练后才首次出现 1 (4.2 %)");
        assertThat(text(robot, "#catalogueListed")).isEqualTo("24 件商品中的 4 件");
    }
}
