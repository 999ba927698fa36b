package org.amalgam.model.gan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.amalgam.config.NetworkSettings.Loss;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.network.NetworkMember;
import org.amalgam.model.network.Toy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shoppers stay inside a department; one item of each is new and has only its title. */
@Tag("slow")
class GanColdItemsTest {

    private static final int DEPARTMENTS = 12;
    private static final int SIZE = 10;
    private static final int ITEMS = DEPARTMENTS * SIZE;
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    @TempDir Path directory;

    @Test
    void aNewItemIsRecommendedInItsOwnDepartment() throws Exception {
        try (NetworkMember described = trained(true);
                NetworkMember bare = trained(false);
                NetworkMember loaded = GanMember.create(Toy.settings(Loss.CROSS_ENTROPY), 3)) {
            described.save(directory);
            loaded.load(directory);

            assertThat(rightDepartments(described)).isGreaterThanOrEqualTo(DEPARTMENTS * 3 / 4);
            assertThat(rightDepartments(loaded)).isEqualTo(rightDepartments(described));
            assertThat(rightDepartments(bare)).isLessThan(DEPARTMENTS / 2);
        }
    }

    /** In how many departments the department's own new item scores best of all new ones. */
    private static int rightDepartments(NetworkMember member) {
        int right = 0;
        for (int department = 0; department < DEPARTMENTS; department++) {
            int first = department * SIZE;
            float[] scores = new float[ITEMS];
            member.score(Toy.window(first + 1, first + 4, first + 2), scores);
            int best = 0;
            for (int other = 0; other < DEPARTMENTS; other++) {
                best = scores[other * SIZE] > scores[best * SIZE] ? other : best;
            }
            right += best == department ? 1 : 0;
        }
        return right;
    }

    private static NetworkMember trained(boolean described) {
        NetworkMember member = GanMember.create(Toy.settings(Loss.CROSS_ENTROPY), 3);
        member.train(new TrainingSet(catalogue(described), sessions()), TaskMonitor.silent());
        return member;
    }

    private static Catalogue catalogue(boolean described) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            Optional<String> title =
                    described
                            ? Optional.of("department" + i / SIZE + " article" + i % SIZE)
                            : Optional.empty();
            items.add(
                    new Item(
                            i,
                            "item-" + i,
                            title,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalDouble.empty()));
        }
        return new Catalogue(items);
    }

    /** The first item of every department occurs in none. */
    private static List<Session> sessions() {
        Random random = new Random(5);
        List<Session> sessions = new ArrayList<>();
        for (int s = 0; s < 600; s++) {
            int department = random.nextInt(DEPARTMENTS);
            int[] items = new int[5];
            for (int t = 0; t < items.length; t++) {
                items[t] = department * SIZE + 1 + random.nextInt(SIZE - 1);
            }
            sessions.add(new Session(s, NOON.plusSeconds(60L * s), ItemSequence.ofViews(items)));
        }
        return sessions;
    }
}
