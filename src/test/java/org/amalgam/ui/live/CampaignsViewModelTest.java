package org.amalgam.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.amalgam.ui.fake.FakeCampaigns;
import org.amalgam.ui.live.CampaignsViewModel.CampaignSpan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignsViewModelTest {

    @TempDir Path home;
    private ReplayFixture replay;
    private CampaignsViewModel campaigns;

    @BeforeEach
    void startReplay() {
        replay = ReplayFixture.in(home);
        campaigns = replay.model().campaigns();
        replay.advance(10);
        replay.advance(10);
    }

    private List<CampaignSpan> spans() {
        return campaigns.spansProperty().get();
    }

    @Test
    void thoseThatTouchTheReplayAreShownByBegin() {
        assertEquals(
                FakeCampaigns.ALL.subList(1, 8),
                spans().stream().map(CampaignSpan::campaign).toList());
    }

    @Test
    void theyLieAtTheStepsOfTheirTimes() throws Exception {
        for (CampaignSpan span : spans()) {
            List<Long> steps =
                    replay.session()
                            .stepsAt(List.of(span.campaign().from(), span.campaign().until()))
                            .get();
            assertEquals(steps, List.of(span.from(), span.until()), span.campaign().name());
        }
        assertEquals(0, spans().get(0).from());
        assertEquals(12_296, spans().get(6).until());
    }

    @Test
    void theBeginOfOneCanBeGoneTo() {
        CampaignSpan camping = spans().get(1);
        replay.model().travel().seek(camping.from());
        assertEquals(camping.from(), replay.session().currentStep());
    }

    @Test
    void theNextReplayBeginsWithoutThem() {
        replay.model().stop();
        assertEquals(List.of(), spans());
    }
}
