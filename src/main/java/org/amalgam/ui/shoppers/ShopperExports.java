package org.amalgam.ui.shoppers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.Window;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.pipeline.shop.Shoppers;
import org.amalgam.ui.control.SaveChooser;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.export.ExportTable;
import org.amalgam.ui.export.TableExport;
import org.amalgam.ui.i18n.Messages;

/** Asks where to and writes lists and audiences there, in the background. */
final class ShopperExports {

    private final ShoppersViewModel model;
    private final Messages messages;
    private final SaveChooser saving;

    ShopperExports(ShoppersViewModel model, Messages messages, SaveChooser saving) {
        this.model = model;
        this.messages = messages;
        this.saving = saving;
    }

    /** Whether there is no list to write, or other work is under way. */
    BooleanBinding listImpossible() {
        Desk desk = model.desk();
        return Bindings.createBooleanBinding(
                () -> desk.runner().isBusy() || model.left().shownProperty().get().isEmpty(),
                desk.runner().currentProperty(),
                model.left().shownProperty());
    }

    /** Likewise for lists of all that were found. */
    BooleanBinding audienceImpossible() {
        Desk desk = model.desk();
        return Bindings.createBooleanBinding(
                () ->
                        desk.runner().isBusy()
                                || model.foundProperty().get().isEmpty()
                                || model.window().isEmpty(),
                desk.runner().currentProperty(),
                model.foundProperty(),
                model.loading().windowProperty());
    }

    /** Writes the lists that are shown of this shopper. */
    void lists(Window owner, String shopper, List<ShopperTables.Named> lists) {
        ExportTable table = ShopperTables.lists(shopper, lists, messages);
        saving.choose(owner, "list-" + shopper.replaceAll("[^\\w.-]", "_") + ".xlsx")
                .ifPresent(
                        file ->
                                model.desk()
                                        .runner()
                                        .run(
                                                "task.export",
                                                monitor -> write(file, table),
                                                this::tell));
    }

    /** Writes all shoppers that are found now, fused as the left list is. */
    void audience(Window owner) {
        Optional<Shoppers> all = model.shoppers();
        Optional<ShopWindow> window = model.window();
        if (all.isEmpty() || window.isEmpty()) {
            return;
        }
        List<Integer> found = model.foundProperty().get();
        FusionChoice fusion = model.left().choiceProperty().get();
        List<String> columns = ShopperTables.audienceColumns(messages);
        saving.choose(owner, "audience.xlsx")
                .ifPresent(
                        file ->
                                model.desk()
                                        .runner()
                                        .run(
                                                "task.export",
                                                monitor ->
                                                        write(
                                                                file,
                                                                ShopperTables.audience(
                                                                        all.get(),
                                                                        found,
                                                                        window.get(),
                                                                        fusion,
                                                                        columns,
                                                                        monitor)),
                                                this::tell));
    }

    private record Written(Path file, int rows) {}

    private static Written write(Path file, ExportTable table) {
        TableExport.write(file, table);
        return new Written(file, table.rows().size());
    }

    private void tell(Written written) {
        model.desk()
                .tell(
                        Notice.Kind.INFO,
                        messages.get("export.written", written.rows(), written.file().toString()));
    }
}
