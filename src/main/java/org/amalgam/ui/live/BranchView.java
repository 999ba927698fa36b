package org.amalgam.ui.live;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.amalgam.domain.Comparison;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.BranchViewModel.Branch;

/** How the branch compares with how it would have gone on, in plain words. */
final class BranchView extends VBox {

    private final BranchViewModel model;
    private final Messages messages;
    private final Label title = Parts.label("", "h");

    BranchView(BranchViewModel model, Messages messages) {
        super(6);
        this.model = model;
        this.messages = messages;
        setId("branch");
        getStyleClass().addAll("panel", "branch-panel");
        setMinHeight(USE_PREF_SIZE);
        model.branchProperty().addListener(changed -> show());
        messages.languageProperty().addListener(changed -> show());
        show();
    }

    private void show() {
        Optional<Branch> branch = model.branchProperty().get();
        Parts.show(this, branch.isPresent());
        getChildren().setAll(title);
        branch.ifPresent(
                now -> {
                    title.setText(messages.get("branch.title", now.since()));
                    now.comparisons().stream()
                            .filter(one -> messages.find("metric." + one.metric()).isPresent())
                            .forEach(this::add);
                    if (now.comparisons().isEmpty()) {
                        getChildren()
                                .add(Parts.label(messages.get("branch.wait"), "hint", "wrapped"));
                    }
                });
    }

    private void add(Comparison one) {
        String metric = messages.get("metric." + one.metric());
        String verdict =
                one.isClear()
                        ? messages.get(
                                one.difference() > 0 ? "branch.ahead" : "branch.behind", metric)
                        : messages.get("branch.even", metric);
        Label words = Parts.label(verdict, "branch-words", "wrapped");
        if (one.isClear()) {
            words.getStyleClass().add(one.difference() > 0 ? "change-better" : "change-worse");
        }
        Label figures =
                Parts.label(
                        messages.get("branch.figures", one.difference(), one.low(), one.high()),
                        "hint",
                        "wrapped");
        getChildren().add(new VBox(0, words, figures));
    }
}
