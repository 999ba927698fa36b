package org.amalgam.fusion;

import org.amalgam.domain.stage.Fuser;

/** A fuser that can fuse kept cases too. */
interface KeptFuser extends Fuser {

    /** Its scores of the items of these cases. */
    KeptScores on(KeptCases cases);
}
