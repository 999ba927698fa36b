package org.amalgam.ui.catalogue;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.amalgam.domain.UnusableInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Background work of one kind, of which only what was asked for last counts: older work that has
 * not begun is left out, and older results are dropped. Called on the screens' thread, which also
 * gets the results.
 */
final class Latest {

    private static final Logger LOG = LoggerFactory.getLogger(Latest.class);

    private final Executor background;
    private final Executor foreground;
    private final Consumer<Optional<String>> failure;
    private final AtomicLong newest = new AtomicLong();

    /**
     * @param failure hears what went wrong, or that nothing did
     */
    Latest(Executor background, Executor foreground, Consumer<Optional<String>> failure) {
        this.background = background;
        this.foreground = foreground;
        this.failure = failure;
    }

    /** Asks for this, in place of what was asked for before. */
    <T> void ask(Supplier<T> work, Consumer<T> result) {
        long number = newest.incrementAndGet();
        background.execute(
                () -> {
                    if (newest.get() == number) {
                        Runnable then = attempt(work, result);
                        foreground.execute(() -> finish(number, then));
                    }
                });
    }

    private void finish(long number, Runnable then) {
        if (newest.get() == number) {
            then.run();
        }
    }

    // The guard around this screen's background work: what fails is shown, and the screen goes on.
    private <T> Runnable attempt(Supplier<T> work, Consumer<T> result) {
        try {
            T made = work.get();
            return () -> {
                failure.accept(Optional.empty());
                result.accept(made);
            };
        } catch (RuntimeException e) {
            Throwable cause =
                    e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            if (!(cause instanceof UnusableInput)) {
                LOG.error("work of the catalogue screen failed", cause);
            }
            String text = Optional.ofNullable(cause.getMessage()).orElse(cause.toString());
            return () -> failure.accept(Optional.of(text));
        }
    }

    /** Nothing asked for until now counts any more. */
    void forget() {
        newest.incrementAndGet();
    }
}
