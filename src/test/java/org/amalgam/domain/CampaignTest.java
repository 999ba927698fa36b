package org.amalgam.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void itemsAreSortedAndNoneIsTwice() {
        Campaign campaign = new Campaign("spring", NOON, NOON.plusSeconds(1), List.of(7, 2, 7));

        assertThat(campaign.items()).containsExactly(2, 7);
    }

    @Test
    void itNeedsANameAndATime() {
        assertThatThrownBy(() -> new Campaign(" ", NOON, NOON.plusSeconds(1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Campaign("spring", NOON, NOON, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spring");
    }
}
