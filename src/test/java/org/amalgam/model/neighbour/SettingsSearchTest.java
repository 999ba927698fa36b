package org.amalgam.model.neighbour;

import static org.amalgam.model.neighbour.Days.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.amalgam.config.SessionNeighbourSettings;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;

class SettingsSearchTest {

    private static final int ITEMS = 100;

    @Test
    void withFewCasesTheFirstStartingPointStays() {
        TrainingSet data = fashions(40);
        List<Session> few = data.sessions().subList(0, 5);

        assertThat(choose(data, few)).isEqualTo(SessionNeighbourSettings.vstan());
    }

    @Test
    void whereFashionsChangeFastOldSessionsAreForgotten() {
        TrainingSet all = fashions(2_000);
        List<Session> sessions = all.sessions();
        TrainingSet data = new TrainingSet(all.catalogue(), sessions.subList(0, 1_700));

        SessionNeighbourSettings chosen = choose(data, sessions.subList(1_700, 2_000));

        assertThat(chosen.ageDays()).isLessThan(SessionNeighbourSettings.vstan().ageDays());
    }

    @Test
    void theSameDataGiveTheSameChoice() {
        TrainingSet all = fashions(2_000);
        List<Session> validation = all.sessions().subList(1_700, 2_000);

        assertThat(choose(all, validation)).isEqualTo(choose(all, validation));
    }

    @Test
    void ofASessionLearnedInPartOnlyTheNewStepsAreCases() {
        TrainingSet data = Days.set(ITEMS, List.of(session(1, 0, 1, 2), session(2, 1, 2, 3)));
        ValidationCases cases =
                new ValidationCases(
                        data, List.of(session(1, 0, 1, 2, 3), session(9, 5, 3, 2, 50)), 100);

        // 1 2 → 3 alone of the first; 3 → 2 of the second, whose 50 was never seen
        assertThat(cases.count()).isEqualTo(2);
    }

    @Test
    void aHitAtTheTopGainsTwo() {
        TrainingSet data = Days.set(ITEMS, List.of(session(1, 0, 1, 2)));
        ValidationCases cases = new ValidationCases(data, List.of(session(9, 5, 1, 2)), 100);

        // nothing ever comes back here, so the session's own item is no candidate
        assertThat(cases.gains(SessionNeighbourSettings.vstan(), TaskMonitor.silent()))
                .containsExactly(2);
    }

    @Test
    void aSearchCanBeCancelled() {
        TrainingSet all = fashions(2_000);
        TaskMonitor cancelling =
                new TaskMonitor() {
                    @Override
                    public void progress(String what, long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };

        assertThatThrownBy(
                        () ->
                                SettingsSearch.vstan()
                                        .choose("vstan", all, all.sessions(), cancelling))
                .isInstanceOf(CancellationException.class);
    }

    private static SessionNeighbourSettings choose(TrainingSet data, List<Session> validation) {
        return SettingsSearch.vstan().choose("vstan", data, validation, TaskMonitor.silent());
    }

    /** Ten sessions a day; what follows an item changes every twenty days. */
    private static TrainingSet fashions(int count) {
        Random random = new Random(8);
        List<Session> sessions = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            int fashion = s / 200;
            int first = random.nextInt(3);
            int second = 3 + (first * 31 + fashion * 7 + random.nextInt(20)) % (ITEMS - 3);
            sessions.add(session(s, s / 10.0, first, second));
        }
        return Days.set(ITEMS, sessions);
    }
}
