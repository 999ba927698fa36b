package org.amalgam.ui.catalogue;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.amalgam.domain.UnusableInput;
import org.amalgam.ui.desk.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Background work of one kind, of which only the latest counts, with its failure as a line that the
 * screen shows. Called on the screens' thread, which also gets the results.
 */
final class Latest {

    private static final Logger LOG = LoggerFactory.getLogger(Latest.class);

    private final Background background;
    private final Consumer<Optional<String>> failure;

    /**
     * @param failure hears what went wrong, or that nothing did
     */
    Latest(Executor background, Executor foreground, Consumer<Optional<String>> failure) {
        this.background = new Background(background, foreground);
        this.failure = failure;
    }

    /** Asks for this, in place of what was asked for before. */
    <T> void ask(Supplier<T> work, Consumer<T> result) {
        background.run(
                work::get,
                made -> {
                    failure.accept(Optional.empty());
                    result.accept(made);
                },
                failed -> failure.accept(Optional.of(line(failed))));
    }

    private static String line(Exception failed) {
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null
                        ? failed.getCause()
                        : failed;
        if (!(cause instanceof UnusableInput)) {
            LOG.error("work of the catalogue screen failed", cause);
        }
        return Optional.ofNullable(cause.getMessage()).orElse(cause.toString());
    }

    /** Nothing asked for until now counts any more. */
    void forget() {
        background.forget();
    }
}
