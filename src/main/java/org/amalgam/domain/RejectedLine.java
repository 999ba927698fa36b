package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

/**
 * A line of a log that could not be used. Counted, shown and kept; import goes on.
 *
 * @param line line number in the file, from 1, the header counted
 * @param detail what was found, for a person to read, e.g. {@code timestamp "12/31/99"}
 */
public record RejectedLine(long line, Reason reason, String detail) {

    /** Why a line was rejected. */
    public enum Reason {
        WRONG_FIELD_COUNT,
        BAD_TIMESTAMP,
        IMPLAUSIBLE_TIME,
        UNKNOWN_ACTION,
        MISSING_USER,
        MISSING_ITEM,
        BAD_NUMBER,
        /** A cancellation, an adjustment, or nothing that was paid for. */
        NOT_A_SALE,
        /** Postage, a voucher or another entry that is no item of the catalogue. */
        NOT_AN_ITEM,
        MISSING_TITLE,
        MISSING_CAMPAIGN,
        /** A campaign that would be over before it begins. */
        UNTIL_NOT_AFTER_FROM,
        /** Other times than an earlier line of the same file gives the same campaign. */
        CONTRADICTING_TIMES,
        UNREADABLE
    }

    public RejectedLine {
        requireNonNull(reason, "reason");
        requireNonNull(detail, "detail");
    }
}
