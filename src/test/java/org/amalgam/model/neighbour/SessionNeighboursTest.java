package org.amalgam.model.neighbour;

import static org.amalgam.model.neighbour.Days.observation;
import static org.amalgam.model.neighbour.Days.session;
import static org.amalgam.model.neighbour.Days.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.amalgam.config.SessionNeighbourSettings;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Session;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionNeighboursTest {

    private static final int ITEMS = 8;

    @TempDir Path directory;

    @Test
    void aRunningSessionIsSeenByOthersAtOnce() {
        SessionNeighbours member = trained(session(1, 0, 0, 1));
        member.learn(List.of(observation(5, 2, 3)));
        member.learn(List.of(observation(5, 2.01, 4, 3)));

        assertThat(scores(member, window(9, 2.02, 3))[4]).isPositive();
    }

    @Test
    void aRunningSessionIsNoNeighbourOfItself() {
        SessionNeighbours member = trained(session(1, 0, 0, 1));
        member.learn(List.of(observation(5, 2, 3)));
        member.learn(List.of(observation(5, 2.01, 4, 3)));

        MemberOutput output = member.score(window(5, 2.02, 3, 4), new float[ITEMS]);

        assertThat(output)
                .isEqualTo(new MemberOutput.Abstained("vstan", "no other session shares an item"));
    }

    @Test
    void aSessionThatTrainingSawBeginGoesOnLive() {
        SessionNeighbours member = trained(session(1, 0, 0, 1), session(5, 1, 3));

        assertThat(member.score(window(5, 1.01, 3), new float[ITEMS]))
                .isInstanceOf(MemberOutput.Abstained.class);
        member.learn(List.of(observation(5, 1.01, 4, 3)));

        assertThat(scores(member, window(9, 1.02, 3))[4]).isPositive();
        assertThat(member.score(window(5, 1.02, 3, 4), new float[ITEMS]))
                .isInstanceOf(MemberOutput.Abstained.class);
    }

    @Test
    void aUsersEarlierSessionsAreNeighboursOnceANewOneBegins() {
        SessionNeighbours member = trained(session(1, 0, 0, 1), session(5, 1, 3, 4));
        member.learn(List.of(observation(5, 9, 3)));

        assertThat(scores(member, window(5, 9.01, 3))[4]).isPositive();
    }

    @Test
    void ofALongStreamTheLatestSessionsAreKept() {
        SessionNeighbours member =
                SessionNeighbours.fixed("vstan", SessionNeighbourSettings.vstan(), 8);
        member.train(Days.set(ITEMS, List.of(session(1, 0, 0, 1))), TaskMonitor.silent());
        for (int i = 0; i < 8; i++) {
            member.learn(List.of(observation(10 + i, 1 + i, 3)));
            member.learn(List.of(observation(10 + i, 1.01 + i, 4, 3)));
        }
        assertThat(scores(member, window(9, 9.5, 0))[1]).isPositive();

        // the tenth, and the oldest two go, but not the one that goes on
        member.learn(List.of(observation(20, 10, 5)));
        member.learn(List.of(observation(20, 10.01, 6, 5)));
        assertThat(member.score(window(9, 10.02, 0), new float[ITEMS]))
                .isInstanceOf(MemberOutput.Abstained.class);
        assertThat(scores(member, window(9, 10.02, 3))[4]).isPositive();
        assertThat(scores(member, window(9, 10.02, 5))[6]).isPositive();
        assertThat(member.score(window(20, 10.02, 5, 6), new float[ITEMS]))
                .isInstanceOf(MemberOutput.Abstained.class);
    }

    @Test
    void sessionsBeforeTheFirstStepGoByTheHistory() {
        SessionNeighbours member = trained(session(1, 0, 0, 1));
        FeatureWindow opening =
                new FeatureWindow(9, Days.day(3), ItemSequence.empty(), ItemSequence.ofViews(0));

        assertThat(scores(member, opening)[1]).isPositive();
    }

    @Test
    void stepsThatWereNeverLearnedFromAreTakenFromTheWindow() {
        SessionNeighbours member = trained(session(1, 0, 0, 1));
        member.learn(List.of(observation(77, 2, 5, 6, 7)));

        float[] scores = scores(member, window(9, 2.1, 5));

        assertThat(scores[6]).isPositive();
        assertThat(scores[7]).isPositive();
    }

    @Test
    void liveEventsAreLearnedAsTrainedOnesAre() {
        SessionNeighbours whole = trained(session(1, 0, 0, 1), session(2, 4, 1, 2, 1));
        SessionNeighbours live = trained(session(1, 0, 0, 1), session(2, 4, 1));
        live.learn(List.of(observation(2, 4, 2, 1)));
        live.learn(List.of(observation(2, 4, 1, 1, 2)));

        assertThat(scores(live, window(9, 5, 1))).isEqualTo(scores(whole, window(9, 5, 1)));
    }

    @Test
    void theSettingsChosenAreKeptWithTheModel() throws IOException {
        SessionNeighbourSettings own = SessionNeighbourSettings.vstan().withIdf(3).withAgeDays(2);
        SessionNeighbours saved = SessionNeighbours.fixed("vstan", own);
        saved.train(Days.set(ITEMS, List.of(session(1, 0, 0, 1))), TaskMonitor.silent());
        saved.save(directory);
        SessionNeighbours loaded = SessionNeighbours.vstan();
        loaded.load(directory);

        assertThat(loaded.settings()).isEqualTo(own);
    }

    @Test
    void aFileWithAnUnknownItemIsTold() throws IOException {
        trained(session(1, 0, 0, 7)).save(directory);
        Path file = directory.resolve("vstan.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] = ITEMS; // the last step's item
        Files.write(file, bytes);

        assertThatThrownBy(() -> SessionNeighbours.vstan().load(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("item 8 of 8");
    }

    @Test
    void aCutOffFileIsTold() throws IOException {
        trained(session(1, 0, 0, 7)).save(directory);
        Path file = directory.resolve("vstan.bin");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 2));

        assertThatThrownBy(() -> SessionNeighbours.vstan().load(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("vstan.bin: cut off");
    }

    private static SessionNeighbours trained(Session... sessions) {
        SessionNeighbours member = SessionNeighbours.vstan();
        member.train(Days.set(ITEMS, List.of(sessions)), TaskMonitor.silent());
        return member;
    }

    private static float[] scores(SessionNeighbours member, FeatureWindow window) {
        float[] scores = new float[ITEMS];
        assertThat(member.score(window, scores)).isInstanceOf(MemberOutput.Scored.class);
        return scores;
    }
}
