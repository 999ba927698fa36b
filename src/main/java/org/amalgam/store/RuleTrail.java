package org.amalgam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.domain.rule.RuleChange.Version;

/** Reads and writes the trail of changes: as texts, and as rules that can be told anew. */
final class RuleTrail {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private static final String TRAIL =
            """
            SELECT id, changed_at, changed_by, reason, rule_id, text_before, text_after
              FROM rule_change
             ORDER BY id DESC
            """;

    private static final String VERSIONS =
            """
            SELECT change_id, side, rule_id AS id, effect, pinned_place, strength, scope, scope_name,
                   price_from, price_below, enabled, note, active_from, active_until
              FROM rule_version
              JOIN rule_change ON rule_change.id = change_id
            """;

    private static final String NOTE =
            """
            INSERT INTO rule_change
                   (changed_at, changed_by, reason, rule_id, text_before, text_after)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String KEEP =
            """
            INSERT INTO rule_version
                   (change_id, side, effect, pinned_place, strength, scope, scope_name,
                    price_from, price_below, enabled, note, active_from, active_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private record Side(long change, String name) {}

    private RuleTrail() {}

    /**
     * Notes each rule that differs.
     *
     * @param now in milliseconds since 1970
     */
    static void note(
            Connection connection, RuleBook was, RuleBook is, long now, String who, String why)
            throws SQLException {
        try (PreparedStatement line =
                        connection.prepareStatement(NOTE, Statement.RETURN_GENERATED_KEYS);
                PreparedStatement version = connection.prepareStatement(KEEP)) {
            for (int number : was.differences(is)) {
                Optional<MerchandisingRule> before = was.find(number);
                Optional<MerchandisingRule> after = is.find(number);
                line.setLong(1, now);
                line.setString(2, who);
                line.setString(3, why);
                line.setInt(4, number);
                line.setString(5, before.map(MerchandisingRule::text).orElse(null));
                line.setString(6, after.map(MerchandisingRule::text).orElse(null));
                line.executeUpdate();
                long change = numberOf(line);
                keep(version, new Side(change, BEFORE), before);
                keep(version, new Side(change, AFTER), after);
            }
        }
    }

    private static long numberOf(PreparedStatement line) throws SQLException {
        try (ResultSet keys = line.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    private static void keep(PreparedStatement version, Side side, Optional<MerchandisingRule> rule)
            throws SQLException {
        if (rule.isPresent()) {
            version.setLong(1, side.change());
            version.setString(2, side.name());
            RuleTable.fill(version, rule.get());
            version.executeUpdate();
        }
    }

    /** All changes there ever were, newest first. */
    static List<RuleChange> read(Connection connection) throws SQLException {
        Map<Side, MerchandisingRule> versions = versions(connection);
        try (PreparedStatement query = connection.prepareStatement(TRAIL);
                ResultSet rows = query.executeQuery()) {
            List<RuleChange> trail = new ArrayList<>();
            while (rows.next()) {
                long change = rows.getLong("id");
                trail.add(
                        new RuleChange(
                                Instant.ofEpochMilli(rows.getLong("changed_at")),
                                rows.getString("changed_by"),
                                rows.getString("reason"),
                                rows.getInt("rule_id"),
                                version(
                                        rows.getString("text_before"),
                                        versions.get(new Side(change, BEFORE))),
                                version(
                                        rows.getString("text_after"),
                                        versions.get(new Side(change, AFTER)))));
            }
            return trail;
        }
    }

    private static Optional<Version> version(String text, MerchandisingRule rule) {
        return Optional.ofNullable(text)
                .map(written -> new Version(written, Optional.ofNullable(rule)));
    }

    private static Map<Side, MerchandisingRule> versions(Connection connection)
            throws SQLException {
        Map<Side, MerchandisingRule> versions = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(VERSIONS);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                versions.put(
                        new Side(rows.getLong("change_id"), rows.getString("side")),
                        RuleTable.rule(rows));
            }
        }
        return versions;
    }
}
