package org.amalgam.ui.settings;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.amalgam.ui.desk.PausedReplay;

/** A replay to go on with among the properties that are kept. */
final class PausedReplayText {

    /** Is there if and only if a replay is kept. */
    static final String STORE = "replay-store";

    private static final String MEMBERS = "replay-members";
    private static final String FUSION = "replay-fusion";
    private static final String SPEED = "replay-speed";
    private static final String LEARN = "replay-learn";
    private static final String AT_ONCE = "replay-at-once";
    private static final String STEP = "replay-step";
    private static final String TOTAL = "replay-total";
    private static final String TIME = "replay-time";

    private PausedReplayText() {}

    /**
     * @throws RuntimeException if a value is missing or makes no sense
     */
    static PausedReplay read(Properties found) {
        return new PausedReplay(
                Path.of(found.getProperty(STORE)),
                List.of(found.getProperty(MEMBERS).split(" ")),
                found.getProperty(FUSION),
                Double.parseDouble(found.getProperty(SPEED)),
                Boolean.parseBoolean(found.getProperty(LEARN)),
                Boolean.parseBoolean(found.getProperty(AT_ONCE)),
                Long.parseLong(found.getProperty(STEP)),
                Long.parseLong(found.getProperty(TOTAL)),
                Instant.parse(found.getProperty(TIME)));
    }

    static void write(PausedReplay paused, Properties written) {
        written.setProperty(STORE, paused.store().toString());
        written.setProperty(MEMBERS, String.join(" ", paused.members()));
        written.setProperty(FUSION, paused.fusion());
        written.setProperty(SPEED, String.valueOf(paused.speed()));
        written.setProperty(LEARN, String.valueOf(paused.learn()));
        written.setProperty(AT_ONCE, String.valueOf(paused.atOnce()));
        written.setProperty(STEP, String.valueOf(paused.step()));
        written.setProperty(TOTAL, String.valueOf(paused.total()));
        written.setProperty(TIME, paused.time().toString());
    }
}
