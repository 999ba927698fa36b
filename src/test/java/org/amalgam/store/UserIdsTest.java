package org.amalgam.store;

import static org.amalgam.store.MemoryStore.NOON;
import static org.amalgam.store.MemoryStore.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserIdsTest {

    @RegisterExtension final MemoryStore h2 = new MemoryStore();

    @Test
    void allIdsStandAtTheirNumbersThoseOfBotsToo() {
        h2.insert(
                "a",
                Set.of("robot"),
                viewed(2, NOON, "zoe", "hat"),
                viewed(3, NOON, "robot", "hat"),
                viewed(4, NOON, "ann", "shoe"));

        assertThat(h2.store().userIds()).containsExactly("zoe", "robot", "ann");
        assertThat(h2.store().userIds().get(2)).isEqualTo(h2.store().userId(2));
    }

    @Test
    void anEmptyStoreHasNone() {
        assertThat(h2.store().userIds()).isEmpty();
    }
}
