package org.amalgam.config;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a simulated shop is like. The same settings give the same files, byte for byte.
 *
 * @param users shoppers; bots come on top
 * @param items of the catalogue, new ones included
 * @param events lines of the log without its header: shoppers, bots, copies and flaws together
 * @param start first second of the log
 * @param days the log spans
 * @param botShare share of lines that bots leave
 * @param duplicateShare chance that a line is written again
 * @param malformedShare chance that a line is damaged
 * @param gaps silent spans of some hours, in which tracking was down
 * @param newItemShare share of items that arrive after the start
 * @param chineseShare share of shoppers who search in Chinese
 * @param weeklyDrift chance that a shopper changes taste from one week to the next
 */
public record SimulationSettings(
        int users,
        int items,
        long events,
        long seed,
        Instant start,
        int days,
        double botShare,
        double duplicateShare,
        double malformedShare,
        int gaps,
        double newItemShare,
        double chineseShare,
        double weeklyDrift) {

    /** More than this from one shopper on an average day would not be a person. */
    private static final int MAX_EVENTS_PER_USER_AND_DAY = 40;

    private static final Instant FIRST_SECOND = Instant.parse("2026-03-01T00:00:00Z");

    public SimulationSettings {
        requireNonNull(start, "start");
        require(users >= 1, "users " + users + " must be ≥ 1");
        require(items >= 100, "items " + items + " must be ≥ 100");
        require(events >= 100, "events " + events + " must be ≥ 100");
        require(days >= 7 && days <= 3650, "days " + days + " must be in [7, 3650]");
        require(
                events <= (long) users * days * MAX_EVENTS_PER_USER_AND_DAY,
                events + " events are too many for " + users + " users in " + days + " days");
        requireShare("bot", botShare, 0.3);
        requireShare("duplicate", duplicateShare, 0.3);
        requireShare("malformed", malformedShare, 0.3);
        require(gaps >= 0 && gaps <= days, "gaps " + gaps + " must be in [0, days]");
        requireShare("new item", newItemShare, 0.9);
        requireShare("Chinese", chineseShare, 1);
        requireShare("weekly drift", weeklyDrift, 1);
    }

    /** Six weeks from 1 March 2026, with the usual imperfections. */
    public static SimulationSettings of(int users, int items, long events, long seed) {
        return new SimulationSettings(
                users,
                items,
                events,
                seed,
                FIRST_SECOND,
                42,
                0.03,
                0.008,
                0.0015,
                3,
                0.25,
                0.22,
                0.15);
    }

    private static void requireShare(String what, double value, double most) {
        require(
                value >= 0 && value <= most,
                what + " share " + value + " not in [0, " + most + "]");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
