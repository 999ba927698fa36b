package org.amalgam.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;

/** Keeps an eye on something in every frame, so that nothing that was seen goes by unnoticed. */
final class Watch<T> {

    private final List<T> seen = new ArrayList<>();
    private final AnimationTimer timer;

    private Watch(Supplier<T> look) {
        timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        note(look.get());
                    }
                };
    }

    /** Begins to look. */
    static <T> Watch<T> begin(Supplier<T> look) {
        Watch<T> watch = new Watch<>(look);
        watch.timer.start();
        return watch;
    }

    private void note(T now) {
        if (seen.isEmpty() || !Objects.equals(seen.get(seen.size() - 1), now)) {
            seen.add(now);
        }
    }

    /** What was seen so far, each as often as it came anew. */
    List<T> seen() {
        return Eyes.onScreen(() -> List.copyOf(seen));
    }

    void end() {
        timer.stop();
    }
}
