package org.amalgam.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.amalgam.ui.i18n.Messages;

/** The system's own dialogue for choosing logs. */
public final class FileDialogue implements LogChooser {

    private final Messages messages;

    public FileDialogue(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Path> choose(Window owner) {
        FileChooser dialogue = new FileChooser();
        dialogue.setTitle(messages.get("data.open"));
        dialogue.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                messages.get("data.filter-logs"), "*.csv", "*.gz"),
                        new FileChooser.ExtensionFilter(messages.get("data.filter-all"), "*"));
        List<File> chosen = dialogue.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }
}
