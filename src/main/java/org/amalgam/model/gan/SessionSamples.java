package org.amalgam.model.gan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.amalgam.model.network.PackedBatch.Example;

/** Steps of sessions with those before them. */
final class SessionSamples {

    private SessionSamples() {}

    /**
     * So many steps, drawn by chance (reservoir sampling; Vitter 1985), each after its session's.
     */
    static List<Example> draw(List<Session> sessions, int most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Example> drawn = new ArrayList<>();
        int met = 0;
        for (Session session : sessions) {
            ItemSequence steps = session.steps();
            for (int t = 1; t < steps.length(); t++) {
                int place = met < most ? met : random.nextInt(met + 1);
                met++;
                if (place == drawn.size()) {
                    drawn.add(new Example(steps.prefix(t), steps.item(t)));
                } else if (place < most) {
                    drawn.set(place, new Example(steps.prefix(t), steps.item(t)));
                }
            }
        }
        return drawn;
    }
}
