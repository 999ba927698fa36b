package org.amalgam.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.OwnThread;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.desk.UndoStack;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesViewModelTest {

    @TempDir private Path home;

    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(0);
    private Desk desk;
    private RulesViewModel model;

    @BeforeEach
    void openAShop() {
        TaskRunner runner = OwnThread.runner();
        desk = new Desk(factory, runner, new Messages(), new Folders(home));
        model = new RulesViewModel(desk, Runnable::run, Runnable::run);
        desk.importLogs(List.of(Path.of("events.csv")));
    }

    private void write(RuleDraft.Effect effect, RuleDraft.Scope scope, String name) {
        model.draft().effectProperty().set(effect);
        model.draft().scopeProperty().set(scope);
        model.draft().nameProperty().set(name);
    }

    private List<String> rules() {
        return model.bookProperty().get().rules().stream().map(MerchandisingRule::text).toList();
    }

    @Test
    void aRuleIsAppliedNotedAndTakenBack() {
        write(RuleDraft.Effect.BOOST, RuleDraft.Scope.BRAND, "Mira");
        model.whyProperty().set("spring");
        model.apply();
        assertThat(rules()).containsExactly("boost by 0.05: brand Mira");
        assertThat(model.trailProperty().get().get(0).why()).isEqualTo("spring");
        assertThat(model.trailProperty().get().get(0).who()).contains("window");
        assertThat(model.draft().nameProperty().get()).isEmpty();
        model.undo();
        assertThat(rules()).isEmpty();
        assertThat(model.canUndo().get()).isFalse();
        assertThat(model.trailProperty().get()).hasSize(2);
    }

    @Test
    void everyChangeIsTakenBackAndMadeAgainWithTheWindowsOwn() {
        write(RuleDraft.Effect.EXCLUDE, RuleDraft.Scope.ITEM, "sku-1003");
        model.apply();
        MerchandisingRule rule = model.bookProperty().get().rules().get(0);
        model.enable(rule, false);
        model.remove(rule);
        desk.undo().undo();
        assertThat(rules()).containsExactly("exclude: item sku-1003, disabled");
        desk.undo().redo();
        assertThat(rules()).isEmpty();
        desk.undo().undo();
        desk.undo().undo();
        assertThat(rules()).containsExactly("exclude: item sku-1003");
        desk.undo().undo();
        assertThat(rules()).isEmpty();
        assertThat(model.canUndo().get()).isFalse();
    }

    @Test
    void aChangeOfSomethingElseIsNotTakenBackHere() {
        write(RuleDraft.Effect.EXCLUDE, RuleDraft.Scope.ITEM, "sku-1003");
        model.apply();
        desk.undo().made(new UndoStack.Change("weights", words -> "", () -> {}, () -> {}));
        assertThat(model.canUndo().get()).isFalse();
        model.undo();
        assertThat(rules()).hasSize(1);
    }

    @Test
    void anEditedRuleKeepsItsNumberAndWhatWasNotChanged() {
        write(RuleDraft.Effect.PIN, RuleDraft.Scope.ITEM, "sku-1003");
        model.draft().placeProperty().set(3);
        model.draft().fromProperty().set(LocalDate.parse("2026-05-01"));
        model.draft().noteProperty().set("launch");
        model.apply();
        model.enable(model.bookProperty().get().rules().get(0), false);
        model.edit(model.bookProperty().get().rules().get(0));
        model.draft().placeProperty().set(4);
        model.apply();
        assertThat(rules())
                .containsExactly(
                        "pin to place 4: item sku-1003, from 2026-05-01T00:00:00Z, disabled"
                                + " (launch)");
        assertThat(model.bookProperty().get().rules().get(0).number()).isEqualTo(1);
        assertThat(model.editedProperty().get()).isEmpty();
    }

    @Test
    void whatIsMissingOrContradictsCannotBeApplied() {
        var ready = model.canApply();
        assertThat(ready.get()).isFalse();
        write(RuleDraft.Effect.BOOST, RuleDraft.Scope.BRAND, "mira");
        assertThat(ready.get()).isFalse();
        assertThat(model.problem().orElseThrow().text()).contains("no brand mira");
        model.draft().nameProperty().set("Mira");
        assertThat(ready.get()).isTrue();
        model.draft().scopeProperty().set(RuleDraft.Scope.PRICE);
        assertThat(ready.get()).isFalse();
        model.draft().priceFromProperty().set("10");
        assertThat(ready.get()).isTrue();
        model.draft().priceBelowProperty().set("ten");
        assertThat(ready.get()).isFalse();
        model.draft().priceBelowProperty().set("9");
        assertThat(ready.get()).isFalse();
    }

    @Test
    void aPreviewChangesNothingAndHoldsOnlyForWhatIsWritten() {
        write(RuleDraft.Effect.BURY, RuleDraft.Scope.CATEGORY, "Home");
        model.preview();
        assertThat(model.previewProperty().get().orElseThrow().exposures()).hasSize(1);
        assertThat(model.bookProperty().get()).isEqualTo(RuleBook.EMPTY);
        model.draft().strengthProperty().set(.5);
        assertThat(model.previewProperty().get()).isEmpty();
    }

    @Test
    void theReplayUnderWayShowsByTheNewRulesAtOnce() {
        desk.exploreDemo();
        assertThat(desk.sessionProperty().get()).isPresent();
        FakeReplaySession session = factory.newest().replays().get(0);
        write(RuleDraft.Effect.EXCLUDE, RuleDraft.Scope.BRAND, "Mira");
        model.apply();
        model.undo();
        assertThat(session.sentRules())
                .extracting(book -> book.rules().size())
                .containsExactly(1, 0);
        desk.closeReplay();
    }

    @Test
    void aBeginningIsCompletedFromTheCatalogue() {
        write(RuleDraft.Effect.BOOST, RuleDraft.Scope.ITEM, "knife");
        assertThat(model.suggestions())
                .extracting(Completion.Suggestion::name, one -> one.item().orElseThrow().title())
                .containsExactly(tuple("sku-1006", Optional.of("Ceramic chef’s knife")));
        write(RuleDraft.Effect.BOOST, RuleDraft.Scope.ITEM, "围巾");
        assertThat(model.suggestions()).hasSize(1);
        write(RuleDraft.Effect.BOOST, RuleDraft.Scope.BRAND, "k");
        assertThat(model.suggestions())
                .extracting(Completion.Suggestion::name)
                .contains("Keyra", "Kiln", "Klik");
        write(RuleDraft.Effect.BOOST, RuleDraft.Scope.BRAND, "Klik");
        assertThat(model.suggestions()).isEmpty();
        write(RuleDraft.Effect.BOOST, RuleDraft.Scope.PRICE, "");
        assertThat(model.suggestions()).isEmpty();
    }
}
