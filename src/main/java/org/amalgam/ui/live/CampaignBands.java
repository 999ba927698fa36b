package org.amalgam.ui.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.amalgam.domain.Campaign;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.CampaignRows.Band;
import org.amalgam.ui.live.CampaignsViewModel.CampaignSpan;

/**
 * The campaigns below the timeline's track: thin bands with a post where they begin, in rows; one
 * that stands for several is thicker. A click goes to the begin.
 */
final class CampaignBands extends Pane {

    private static final double ROW = 8;

    /** Narrower ones could be neither seen nor met. */
    private static final double LEAST = 6;

    /** Bands of a row are at least so far apart, as a share of the timeline. */
    private static final double GAP = 0.004;

    private final LongConsumer seek;
    private final Messages messages;
    private final List<Region> drawn = new ArrayList<>();
    private List<CampaignSpan> spans = List.of();
    private List<Band> bands = List.of();
    private long total;

    /**
     * @param seek goes to a step
     */
    CampaignBands(LongConsumer seek, Messages messages) {
        this.seek = seek;
        this.messages = messages;
        setId("campaigns");
        setPickOnBounds(false);
    }

    /**
     * Shows these campaigns.
     *
     * @param steps of the whole replay
     * @return whether they are others than before
     */
    boolean show(List<CampaignSpan> campaigns, long steps) {
        if (spans.equals(campaigns) && total == steps) {
            return false;
        }
        spans = campaigns;
        total = steps;
        bands = CampaignRows.of(spans, Math.round(GAP * total));
        draw();
        return true;
    }

    /** Writes the tips anew, in the language of now. */
    void draw() {
        drawn.clear();
        bands.forEach(band -> drawn.add(band(band)));
        getChildren().setAll(drawn);
    }

    private Region band(Band band) {
        Region region = new Region();
        region.setManaged(false);
        region.getStyleClass().add("timeline-campaign");
        if (band.from() == 0) {
            region.getStyleClass().add("begun-before");
        }
        if (band.campaigns().size() > 1) {
            region.getStyleClass().add("several");
        }
        region.setCursor(Cursor.HAND);
        String text = text(band);
        region.setAccessibleText(text);
        Tooltip.install(region, new Tooltip(text));
        region.setOnMousePressed(
                event -> {
                    seek.accept(band.from());
                    event.consume();
                });
        return region;
    }

    private String text(Band band) {
        return band.campaigns().stream()
                .map(span -> text(span.campaign()))
                .collect(Collectors.joining("\n\n"));
    }

    private String text(Campaign campaign) {
        return campaign.name()
                + "\n"
                + messages.get(
                        "timeline.campaign",
                        Times.minute(campaign.from()),
                        Times.minute(campaign.until()),
                        campaign.items().size());
    }

    /** How much room all rows need. */
    double tall() {
        return ROW * CampaignRows.count(bands);
    }

    /**
     * Puts the bands where they belong.
     *
     * @param xOf where a step is
     */
    void place(LongToDoubleFunction xOf) {
        for (int i = 0; i < drawn.size(); i++) {
            Band band = bands.get(i);
            double from = xOf.applyAsDouble(band.from());
            double until = Math.max(from + LEAST, xOf.applyAsDouble(band.until()));
            double right = Math.min(until, xOf.applyAsDouble(total));
            double left = Math.min(from, right - LEAST);
            drawn.get(i).resizeRelocate(left, ROW * band.row(), right - left, ROW);
        }
    }
}
