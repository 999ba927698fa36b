package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One well-formed line of a file of campaigns: one item of one campaign.
 *
 * @param line line number in the file, from 1, the header counted
 * @param campaign the campaign's name
 * @param from whole milliseconds, as {@code until}
 * @param item the shop's own item id, which the catalogue need not have yet
 */
public record CampaignLine(long line, String campaign, Instant from, Instant until, String item) {

    public CampaignLine {
        requireNonNull(campaign, "campaign");
        requireNonNull(item, "item");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "line " + line + ": from " + from + " until " + until);
        }
    }
}
