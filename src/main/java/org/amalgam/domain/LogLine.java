package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One well-formed line of a behaviour log, with the source's own ids.
 *
 * @param line line number in the file, from 1, the header counted
 * @param user the log's own user id
 * @param item the log's own item id; absent for a search
 * @param query the text searched for; present only for a search
 * @param price price of one piece in the log's currency
 * @param quantity pieces, where the log says so
 */
public record LogLine(
        long line,
        Instant time,
        String user,
        Optional<String> item,
        Action action,
        Optional<String> query,
        OptionalDouble price,
        OptionalDouble quantity) {

    public LogLine {
        requireNonNull(time, "time");
        requireNonNull(user, "user");
        requireNonNull(action, "action");
        if (item.isEmpty() && action != Action.SEARCH) {
            throw new IllegalArgumentException("line " + line + ": " + action + " without an item");
        }
    }
}
