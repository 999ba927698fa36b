package org.amalgam.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.amalgam.domain.Campaign;
import org.amalgam.ui.live.CampaignRows.Band;
import org.amalgam.ui.live.CampaignsViewModel.CampaignSpan;
import org.junit.jupiter.api.Test;

class CampaignRowsTest {

    private static CampaignSpan span(long from, long until) {
        Campaign campaign =
                new Campaign("from " + from, Instant.EPOCH, Instant.EPOCH.plusMillis(1), List.of());
        return new CampaignSpan(campaign, from, until);
    }

    private static Band band(int row, CampaignSpan span) {
        return new Band(row, span.from(), span.until(), List.of(span));
    }

    @Test
    void oneAfterTheOtherShareARow() {
        CampaignSpan first = span(0, 10);
        CampaignSpan second = span(10, 20);
        assertEquals(
                List.of(band(0, first), band(0, second)),
                CampaignRows.of(List.of(first, second), 0));
        assertEquals(1, CampaignRows.count(CampaignRows.of(List.of(first, second), 0)));
        assertEquals(2, CampaignRows.count(CampaignRows.of(List.of(first, second), 1)));
    }

    @Test
    void thoseAtTheSameTimeLieBelowEachOther() {
        CampaignSpan first = span(0, 30);
        CampaignSpan second = span(10, 20);
        CampaignSpan third = span(25, 40);
        assertEquals(
                List.of(band(0, first), band(1, second), band(1, third)),
                CampaignRows.of(List.of(first, second, third), 0));
    }

    @Test
    void whatFindsNoRowIsToldByTheLastRowsBand() {
        CampaignSpan third = span(2, 10);
        CampaignSpan fourth = span(3, 40);
        CampaignSpan fifth = span(39, 50);
        List<Band> bands =
                CampaignRows.of(List.of(span(0, 90), span(1, 90), third, fourth, fifth), 0);
        assertEquals(3, bands.size());
        assertEquals(new Band(2, 2, 50, List.of(third, fourth, fifth)), bands.get(2));
    }

    @Test
    void withoutCampaignsThereIsNoRow() {
        assertEquals(0, CampaignRows.count(CampaignRows.of(List.of(), 5)));
    }
}
