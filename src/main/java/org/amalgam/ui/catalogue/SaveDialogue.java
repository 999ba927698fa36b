package org.amalgam.ui.catalogue;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.amalgam.ui.i18n.Messages;

/** The system's own dialogue for where to put a list of items. */
public final class SaveDialogue implements Function<Window, Optional<Path>> {

    private final Messages messages;

    public SaveDialogue(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<Path> apply(Window owner) {
        FileChooser dialogue = new FileChooser();
        dialogue.setTitle(messages.get("catalogue.save"));
        dialogue.setInitialFileName(messages.get("catalogue.save-as"));
        dialogue.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        return Optional.ofNullable(dialogue.showSaveDialog(owner)).map(File::toPath);
    }
}
