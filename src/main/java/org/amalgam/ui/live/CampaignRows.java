package org.amalgam.ui.live;

import java.util.ArrayList;
import java.util.List;
import org.amalgam.ui.live.CampaignsViewModel.CampaignSpan;

/**
 * Lays campaigns out in rows below each other, so that those at the same time do not hide each
 * other. There are few rows: where more overlap, those that begin last share a band of the last
 * row.
 */
final class CampaignRows {

    static final int MOST = 3;

    private CampaignRows() {}

    /**
     * What is drawn as one.
     *
     * @param row from 0, below {@link #MOST}
     * @param campaigns by begin, mostly one
     */
    record Band(int row, long from, long until, List<CampaignSpan> campaigns) {

        Band {
            campaigns = List.copyOf(campaigns);
        }

        private Band with(CampaignSpan span) {
            List<CampaignSpan> more = new ArrayList<>(campaigns);
            more.add(span);
            return new Band(row, from, Math.max(until, span.until()), more);
        }
    }

    /**
     * The bands of all campaigns, by begin.
     *
     * @param spans by begin
     * @param gap steps that are to be free between two bands of a row
     */
    static List<Band> of(List<CampaignSpan> spans, long gap) {
        List<Band> bands = new ArrayList<>();
        int[] latest = {-1, -1, -1};
        for (CampaignSpan span : spans) {
            int row = 0;
            while (row < MOST && latest[row] >= 0 && !free(bands.get(latest[row]), span, gap)) {
                row++;
            }
            if (row < MOST) {
                latest[row] = bands.size();
                bands.add(new Band(row, span.from(), span.until(), List.of(span)));
            } else {
                int last = latest[MOST - 1];
                bands.set(last, bands.get(last).with(span));
            }
        }
        return bands;
    }

    private static boolean free(Band before, CampaignSpan span, long gap) {
        return before.until() + gap <= span.from();
    }

    static int count(List<Band> bands) {
        return bands.stream().mapToInt(band -> band.row() + 1).max().orElse(0);
    }
}
