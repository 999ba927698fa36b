package org.amalgam.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
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
        dialogue.setTitle(messages.get("export.title"));
        dialogue.setInitialFileName(suggested);
        dialogue.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(messages.get("export.csv-files"), "*.csv"));
        return Optional.ofNullable(dialogue.showSaveDialog(owner)).map(File::toPath);
    }
}
