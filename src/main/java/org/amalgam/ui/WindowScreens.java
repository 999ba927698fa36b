package org.amalgam.ui;

import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.amalgam.ui.catalogue.CatalogueView;
import org.amalgam.ui.catalogue.CatalogueViewModel;
import org.amalgam.ui.control.LogChooser;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.SaveChooser;
import org.amalgam.ui.control.TableTools;
import org.amalgam.ui.control.TextExport;
import org.amalgam.ui.data.DataView;
import org.amalgam.ui.data.DataViewModel;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.frame.Screens;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.LiveView;
import org.amalgam.ui.rules.RulesView;
import org.amalgam.ui.rules.RulesViewModel;
import org.amalgam.ui.settings.SettingsView;
import org.amalgam.ui.shoppers.ShoppersView;
import org.amalgam.ui.shoppers.ShoppersViewModel;
import org.amalgam.ui.start.StartView;
import org.amalgam.ui.training.TrainingView;

/** Makes the screens of the window. For the FX thread. */
final class WindowScreens {

    private final WindowModels models;
    private final Desk desk;
    private final Messages messages;
    private final Folders folders;
    private final LogChooser chooser;
    private final SaveChooser saves;
    private final TextExport export;
    private final TableTools tableTools;
    private final Runnable showShortcuts;

    /**
     * @param chooser asks which logs to load
     * @param saves asks where files are to be written
     * @param showShortcuts lists the keys
     */
    WindowScreens(
            WindowModels models,
            Messages messages,
            Folders folders,
            LogChooser chooser,
            SaveChooser saves,
            Runnable showShortcuts) {
        this.models = models;
        this.desk = models.desk();
        this.messages = messages;
        this.folders = folders;
        this.chooser = chooser;
        this.saves = saves;
        this.export =
                new TextExport(
                        saves,
                        messages,
                        text -> desk.tell(Notice.Kind.INFO, text),
                        text -> desk.tell(Notice.Kind.ERROR, text));
        this.tableTools = new TableTools(messages, export);
        this.showShortcuts = showShortcuts;
    }

    /** All screens there are: a new one needs a constant of {@link Screen} and a line here. */
    Screens all(WindowMemory memory) {
        StartView start = new StartView(desk, messages, chooser, memory.stores(), memory::open);
        Screens all = new Screens((Region) start.root());
        all.add(Screen.DATA, this::data);
        all.add(Screen.LIVE, this::live);
        all.add(Screen.SHOPPERS, this::shoppers);
        all.add(Screen.CATALOGUE, this::catalogue);
        all.add(Screen.RULES, () -> new RulesView(new RulesViewModel(desk), messages).root());
        all.add(Screen.SETTINGS, this::settings);
        return all;
    }

    private Parent data() {
        TrainingView panel = new TrainingView(models.training(), messages, tableTools);
        DataViewModel data = new DataViewModel(desk, messages);
        return new DataView(data, messages, desk.runner(), chooser, panel.root(), tableTools)
                .root();
    }

    private Parent live() {
        LiveView view =
                new LiveView(
                        models.live(),
                        messages,
                        models.frame().darkProperty(),
                        export,
                        models.resumption());
        Parts.onceInScene(view.root(), view::installKeys);
        return view.root();
    }

    private Parent shoppers() {
        return new ShoppersView(new ShoppersViewModel(desk), messages, saves).root();
    }

    private Parent catalogue() {
        return new CatalogueView(
                        CatalogueViewModel.forWindow(desk),
                        messages,
                        models.frame().darkProperty(),
                        saves,
                        tableTools)
                .root();
    }

    private Parent settings() {
        return new SettingsView(
                        models.frame(),
                        messages,
                        models.engine(),
                        folders,
                        desk.openedProperty(),
                        showShortcuts)
                .root();
    }
}
