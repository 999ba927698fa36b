package org.amalgam.model.baseline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;

/** Ranks items by how often they occurred so far, the same for everybody. */
public final class Popularity extends CountingMember {

    /** As in {@code --members}. */
    public static final String NAME = "pop";

    private ItemCounts counts = new ItemCounts(0);

    public Popularity() {
        super(NAME);
    }

    @Override
    void reset(int items) {
        counts = new ItemCounts(items);
    }

    @Override
    void count(ItemSequence before, int item) {
        counts.add(item);
    }

    @Override
    boolean fillFrom(FeatureWindow window, float[] scores) {
        counts.fillShares(scores, 1);
        return true;
    }

    @Override
    protected void write(DataOutputStream out) throws IOException {
        counts.write(out);
    }

    @Override
    void read(DataInputStream in) throws IOException {
        counts.read(in);
    }
}
