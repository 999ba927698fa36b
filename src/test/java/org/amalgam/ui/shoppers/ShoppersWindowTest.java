package org.amalgam.ui.shoppers;

import static org.amalgam.ui.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.fake.FakeShoppers;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.frame.Theme;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.shoppers.FusionChoice.Weighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What a merchandiser does on the screen, by clicks and keys, and what is then seen. */
@ExtendWith(ApplicationExtension.class)
class ShoppersWindowTest {

    @TempDir static Path home;

    private final Messages messages = new Messages();
    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(1);
    private Path saved = home.resolve("saved.csv");
    private Desk desk;
    private ShoppersViewModel model;

    @Start
    void open(Stage stage) {
        desk = new Desk(factory, TaskRunner.forWindow(), messages, new Folders(home));
        desk.importLogs(List.of(Path.of("events.csv")));
        model = new ShoppersViewModel(desk);
        ShoppersView view = new ShoppersView(model, messages, (owner, name) -> Optional.of(saved));
        Theme.show(false, view.root());
        Scene scene = new Scene(view.root(), 1280, 740);
        String styles =
                Objects.requireNonNull(Messages.class.getResource("/org/amalgam/ui/amalgam.css"))
                        .toString();
        scene.getStylesheets().add(styles);
        stage.setScene(scene);
        stage.show();
    }

    @Stop
    void close() {
        desk.close();
    }

    private void ready() {
        until(() -> model.left().shownProperty().get().isPresent());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static ListCard card(FxRobot robot, int place) {
        return robot.lookup("#list-left-" + place).queryAs(ListCard.class);
    }

    private String firstTitle() {
        return model.left()
                .shownProperty()
                .get()
                .orElseThrow()
                .list()
                .places()
                .get(0)
                .item()
                .title()
                .orElseThrow();
    }

    @Test
    void aShopperIsFoundAndChosenByKeys(FxRobot robot) {
        ready();
        robot.clickOn("#shopperSearch").write("042");
        until(() -> model.foundProperty().get().size() == 1);
        robot.push(KeyCode.TAB).push(KeyCode.TAB).push(KeyCode.HOME).push(KeyCode.SPACE);
        until(() -> text(robot, "#shopperName").equals("shopper-042"));

        assertThat(text(robot, "#shopperCount")).isEqualTo("1");
        assertThat(text(robot, "#facts")).startsWith("First seen 2026-");
        assertThat(robot.lookup("#timeline").queryListView().getItems()).isNotEmpty();
    }

    @Test
    void cardsTellWhyAndTheNumbersOfTheFocusedOneSumUp(FxRobot robot) {
        ready();
        ListCard first = card(robot, 1);
        assertThat(first.getAccessibleText()).contains(firstTitle()).contains("Bought with");

        robot.interact(first::requestFocus);

        assertThat(text(robot, "#numbers-left")).contains(" = VSTAN ").contains(" + Item-kNN ");
        robot.push(KeyCode.DOWN);
        assertThat(card(robot, 2).isFocused()).isTrue();
    }

    @Test
    void anItemGoesInByTypingAndTheListIsMarkedUntilBackToWhatHappened(FxRobot robot) {
        ready();
        String before = firstTitle();
        robot.clickOn("#addItem").write("dumbbells");
        until(() -> robot.lookup(".menu-item").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        until(() -> changed());

        assertThat(text(robot, "#changes")).isEqualTo("1 change");
        assertThat(marks(robot)).anyMatch(mark -> mark.startsWith("up ") || mark.equals("new"));

        robot.clickOn("#backToWhatHappened");
        until(() -> !changed());
        assertThat(firstTitle()).isEqualTo(before);
        assertThat(marks(robot)).containsOnly("");
    }

    private boolean changed() {
        return model.left().shownProperty().get().orElseThrow().unchanged().isPresent();
    }

    private static List<String> marks(FxRobot robot) {
        return robot.lookup(".list-card").queryAllAs(ListCard.class).stream()
                .map(ListCard::markText)
                .toList();
    }

    @Test
    void deleteTakesAStepOutAndPutsItBack(FxRobot robot) {
        ready();
        ListView<?> timeline = robot.lookup("#timeline").queryListView();
        robot.interact(timeline::requestFocus);
        robot.push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.DELETE);
        until(() -> model.history().changes() == 1);
        assertThat(model.history().steps())
                .last()
                .extracting(HistoryModel.Step::kind)
                .isEqualTo(HistoryModel.Kind.TAKEN_OUT);

        robot.push(KeyCode.DELETE);
        until(() -> model.history().changes() == 0);
    }

    @Test
    void enterChangesWhatWasDone(FxRobot robot) {
        ready();
        robot.interact(() -> model.putIn(model.catalogue().item(3)));
        ListView<?> timeline = robot.lookup("#timeline").queryListView();
        robot.interact(timeline::requestFocus);
        robot.push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> robot.lookup("#change-PURCHASE").tryQuery().isPresent());
        robot.clickOn("#change-PURCHASE");

        until(
                () ->
                        model.history().events().stream()
                                .reduce((one, two) -> two)
                                .orElseThrow()
                                .action()
                                .name()
                                .equals("PURCHASE"));
    }

    @Test
    void enterOnACardPutsItsItemIn(FxRobot robot) {
        ready();
        robot.interact(() -> card(robot, 5).requestFocus());
        int item = card(robot, 5).item().orElseThrow().index();
        robot.push(KeyCode.ENTER);
        until(() -> model.history().changes() == 1);

        assertThat(model.history().events()).last().matches(event -> event.item() == item);
    }

    @Test
    void twoSettingsAreComparedWithTheirOverlap(FxRobot robot) {
        ready();
        robot.clickOn("#compare");
        until(() -> model.right().shownProperty().get().isPresent());
        robot.interact(
                () -> {
                    ComboBox<Weighting> choice = robot.lookup("#weighting-right").queryComboBox();
                    choice.setValue(Weighting.ALONE);
                    choice.getOnAction().handle(null);
                });
        until(
                () ->
                        model.right()
                                        .shownProperty()
                                        .get()
                                        .orElseThrow()
                                        .list()
                                        .places()
                                        .get(0)
                                        .shares()
                                        .size()
                                == 1);

        assertThat(text(robot, "#overlap")).matches("Overlap \\(RBO\\) 0\\.\\d\\d");
        assertThat(marks(robot)).anyMatch(mark -> mark.endsWith("higher"));
        assertThat(robot.lookup("#alone-right").query().isVisible()).isTrue();
    }

    @Test
    void untrainedNetworksAreNamedUntilTheyAreTrained(FxRobot robot) {
        ready();
        assertThat(robot.lookup("#untrained").query().isVisible()).isTrue();
        robot.clickOn("#trainFromShoppers");

        until(() -> !robot.lookup("#untrained").query().isVisible());
    }

    @Test
    void listAndAudienceAreWritten(FxRobot robot) throws IOException {
        ready();
        robot.clickOn("#exportList");
        until(() -> Files.exists(saved));
        until(() -> desk.runner().currentProperty().get().isEmpty());
        assertThat(Files.readAllLines(saved)).hasSize(ListModel.K + 1);

        saved = home.resolve("audience.xlsx");
        robot.clickOn("#exportAudience");
        until(() -> Files.exists(saved));
        assertThat(desk.noticeProperty().get().orElseThrow().text())
                .startsWith(FakeShoppers.COUNT + " rows written");
    }

    @Test
    void whatWasTriedStaysInTheOtherLanguage(FxRobot robot) {
        ready();
        robot.interact(() -> model.putIn(model.catalogue().item(3)));
        until(() -> changed());

        robot.interact(() -> messages.languageProperty().set(Language.CHINESE));

        assertThat(model.history().changes()).isEqualTo(1);
        assertThat(text(robot, "#changes")).contains("1");
        assertThat(changed()).isTrue();
    }

    @Test
    void chineseIsShownAtOnce(FxRobot robot) {
        ready();
        robot.interact(() -> messages.languageProperty().set(Language.CHINESE));

        assertThat(text(robot, "#facts")).startsWith("首次来访");
        assertThat(card(robot, 1).getAccessibleText()).contains("一起被购买");
        assertThat(robot.lookup("#backToNow").queryAs(Button.class).getText()).isEqualTo("回到现在");
    }

    @Test
    void everyControlHasANameForThoseWhoCannotSee(FxRobot robot) {
        ready();
        for (Node node : robot.lookup(any -> any instanceof Control).queryAll()) {
            boolean used = node.isFocusTraversable() && node.isVisible();
            boolean worded =
                    node instanceof Labeled labeled
                            && labeled.getText() != null
                            && !labeled.getText().isEmpty();
            boolean scrolls = node instanceof ScrollPane || node instanceof ScrollBar;
            boolean named = node.getAccessibleText() != null || worded || scrolls;
            assertThat(!used || named).as(node.toString()).isTrue();
        }
    }
}
