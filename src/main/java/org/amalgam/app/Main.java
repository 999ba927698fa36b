package org.amalgam.app;

import java.nio.file.Path;
import java.util.Optional;
import org.amalgam.cli.AmalgamCommand;
import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.pipeline.Workbenches;
import org.amalgam.ui.WorkbenchApplication;

/**
 * Where the program begins. Must not extend JavaFX's Application, which would need module flags.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int code =
                AmalgamCommand.commandLine(
                                new Workbenches(),
                                (factory, store) -> openWindow(Workbenches.quick(), store))
                        .execute(arguments);
        // Explicit, because after a failed start of JavaFX its threads would keep the program
        // alive.
        System.exit(code);
    }

    /** Opens the window and waits until it is closed; false when this machine cannot show one. */
    private static boolean openWindow(WorkbenchFactory factory, Optional<Path> store) {
        try {
            WorkbenchApplication.launch(factory, store);
            return true;
        } catch (UnsupportedOperationException e) {
            return false; // no display, or GTK is missing
        } catch (RuntimeException e) {
            if (e.getCause() instanceof LinkageError) {
                return false; // a library that the window needs is missing, such as libXtst
            }
            throw e;
        }
    }
}
