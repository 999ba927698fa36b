package org.amalgam.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.amalgam.ui.i18n.Messages;

/** The system's own dialogue for writing a file. */
public final class SaveDialogue implements SaveChooser {

    private final Messages messages;

    public SaveDialogue(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<Path> choose(Window owner, String suggested) {
        FileChooser dialogue = new FileChooser();
        dialogue.setTitle(messages.get("export.save"));
        dialogue.setInitialFileName(suggested);
        if (suggested.endsWith(".xlsx")) {
            dialogue.getExtensionFilters()
                    .add(new ExtensionFilter(messages.get("export.xlsx"), "*.xlsx"));
        }
        dialogue.getExtensionFilters()
                .add(new ExtensionFilter(messages.get("export.csv"), "*.csv"));
        return Optional.ofNullable(dialogue.showSaveDialog(owner))
                .map(chosen -> withEnding(chosen, dialogue.getSelectedExtensionFilter()));
    }

    /** Not every system adds the ending of the kind chosen. */
    private static Path withEnding(File chosen, ExtensionFilter kind) {
        String name = chosen.getName().toLowerCase(Locale.ROOT);
        boolean ends = name.endsWith(".csv") || name.endsWith(".xlsx");
        String ending = kind.getExtensions().get(0).substring(1);
        return ends ? chosen.toPath() : Path.of(chosen.getPath() + ending);
    }
}
