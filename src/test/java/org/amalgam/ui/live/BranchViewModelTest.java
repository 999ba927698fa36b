package org.amalgam.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.FusionWeights;
import org.amalgam.ui.live.BranchViewModel.Branch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchViewModelTest {

    @TempDir Path home;
    private ReplayFixture replay;
    private BranchViewModel branch;

    @BeforeEach
    void startReplay() {
        replay = ReplayFixture.in(home);
        branch = replay.model().branch();
    }

    private Branch shown() {
        return branch.branchProperty().get().orElseThrow();
    }

    @Test
    void whatWasMovedHereByHandIsTheBranchsAlone() {
        replay.advance(100);
        FusionWeights arrived = replay.model().weights().weights().orElseThrow();
        replay.model().weights().move("lstm", 0.8);
        replay.session().pause();
        replay.model().onPulse();
        branch.branch();
        List<FusionWeights> sent = replay.session().sentWeights();
        assertEquals(arrived, sent.get(sent.size() - 2));
        assertEquals(0.8, sent.get(sent.size() - 1).of("lstm"), 1e-9);
    }

    @Test
    void weightsThatNobodyMovedAreSentOnce() {
        replay.advance(100);
        branch.branch();
        assertEquals(1, replay.session().sentWeights().size());
    }

    @Test
    void theTwoAreComparedWhenCasesHaveCome() {
        replay.advance(100);
        branch.branch();
        replay.model().onPulse();
        assertEquals(new Branch(100, List.of()), shown());
        replay.advance(50);
        replay.model().onPulse();
        assertEquals(2, shown().comparisons().size());
        assertEquals("original", shown().comparisons().get(0).b());
    }

    @Test
    void goingBackBeforeTheBranchEndsIt() {
        replay.advance(100);
        branch.branch();
        replay.advance(50);
        replay.session().seek(60);
        replay.model().onPulse();
        assertEquals(Optional.empty(), branch.branchProperty().get());
    }
}
