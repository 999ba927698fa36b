package org.amalgam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.PriceBand;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.domain.rule.RuleEffect.Boost;
import org.amalgam.domain.rule.RuleEffect.Bury;
import org.amalgam.domain.rule.RuleEffect.Exclude;
import org.amalgam.domain.rule.RuleEffect.Pin;
import org.amalgam.domain.rule.RuleScope;
import org.amalgam.domain.rule.RuleScope.Brand;
import org.amalgam.domain.rule.RuleScope.Category;
import org.amalgam.domain.rule.RuleScope.OneItem;
import org.amalgam.domain.rule.RuleScope.Prices;

/** Reads and writes the book of rules. */
final class RuleTable {

    private static final String RULES =
            """
            SELECT id, effect, pinned_place, strength, scope, scope_name, price_from, price_below,
                   enabled, note, active_from, active_until
              FROM merchandising_rule
             ORDER BY place_in_book
            """;

    /** Numbers of rules that are gone are found in the trail. */
    private static final String LAST_NUMBER =
            """
            SELECT GREATEST(
                       (SELECT COALESCE(MAX(id), 0) FROM merchandising_rule),
                       (SELECT COALESCE(MAX(rule_id), 0) FROM rule_change))
            """;

    private static final String CLEAR = "DELETE FROM merchandising_rule";

    private static final String INSERT =
            """
            INSERT INTO merchandising_rule
                   (id, place_in_book, effect, pinned_place, strength, scope, scope_name,
                    price_from, price_below, enabled, note, active_from, active_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private RuleTable() {}

    static RuleBook read(Connection connection) throws SQLException {
        List<MerchandisingRule> rules = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(RULES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                rules.add(rule(rows));
            }
        }
        try (PreparedStatement query = connection.prepareStatement(LAST_NUMBER);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return new RuleBook(rules, rows.getInt(1) + 1);
        }
    }

    /** The rule in a row that has the columns of the book's table. */
    static MerchandisingRule rule(ResultSet rows) throws SQLException {
        return new MerchandisingRule(
                rows.getInt("id"),
                effect(rows),
                scope(rows),
                rows.getBoolean("enabled"),
                rows.getString("note"),
                time(rows, "active_from"),
                time(rows, "active_until"));
    }

    private static RuleEffect effect(ResultSet rows) throws SQLException {
        double strength = rows.getDouble("strength");
        String effect = rows.getString("effect");
        return switch (effect) {
            case "pin" -> new Pin(rows.getInt("pinned_place"));
            case "boost" -> new Boost(strength);
            case "bury" -> new Bury(strength);
            case "exclude" -> new Exclude();
            default -> throw new SQLException("a rule of effect " + effect);
        };
    }

    private static RuleScope scope(ResultSet rows) throws SQLException {
        String name = rows.getString("scope_name");
        String scope = rows.getString("scope");
        return switch (scope) {
            case "item" -> new OneItem(name);
            case "brand" -> new Brand(name);
            case "category" -> new Category(name);
            case "price" -> new Prices(band(rows));
            default -> throw new SQLException("a rule of scope " + scope);
        };
    }

    private static PriceBand band(ResultSet rows) throws SQLException {
        double from = rows.getDouble("price_from");
        double below = rows.getDouble("price_below");
        return new PriceBand(from, rows.wasNull() ? Double.POSITIVE_INFINITY : below);
    }

    private static Optional<Instant> time(ResultSet rows, String column) throws SQLException {
        long millis = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** Puts this book in place of what is there. */
    static void write(Connection connection, RuleBook book) throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement(CLEAR)) {
            clear.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int place = 0; place < book.rules().size(); place++) {
                fill(insert, place, book.rules().get(place));
                insert.executeUpdate();
            }
        }
    }

    private static void fill(PreparedStatement insert, int place, MerchandisingRule rule)
            throws SQLException {
        insert.setInt(1, rule.number());
        insert.setInt(2, place);
        fill(insert, rule);
    }

    /** Fills in all but the first two values, in the order of {@link #INSERT}. */
    static void fill(PreparedStatement insert, MerchandisingRule rule) throws SQLException {
        fillEffect(insert, rule.effect());
        fillScope(insert, rule.scope());
        insert.setBoolean(10, rule.enabled());
        insert.setString(11, rule.note());
        fillTime(insert, 12, rule.from());
        fillTime(insert, 13, rule.until());
    }

    private static void fillEffect(PreparedStatement insert, RuleEffect effect)
            throws SQLException {
        insert.setNull(4, Types.INTEGER);
        insert.setNull(5, Types.DOUBLE);
        if (effect instanceof Pin pin) {
            insert.setString(3, "pin");
            insert.setInt(4, pin.place());
        } else if (effect instanceof Boost boost) {
            insert.setString(3, "boost");
            insert.setDouble(5, boost.strength());
        } else if (effect instanceof Bury bury) {
            insert.setString(3, "bury");
            insert.setDouble(5, bury.strength());
        } else {
            insert.setString(3, "exclude");
        }
    }

    private static void fillScope(PreparedStatement insert, RuleScope scope) throws SQLException {
        insert.setNull(7, Types.VARCHAR);
        insert.setNull(8, Types.DOUBLE);
        insert.setNull(9, Types.DOUBLE);
        if (scope instanceof OneItem item) {
            insert.setString(6, "item");
            insert.setString(7, item.id());
        } else if (scope instanceof Brand brand) {
            insert.setString(6, "brand");
            insert.setString(7, brand.name());
        } else if (scope instanceof Category category) {
            insert.setString(6, "category");
            insert.setString(7, category.path());
        } else if (scope instanceof Prices prices) {
            insert.setString(6, "price");
            insert.setDouble(8, prices.band().from());
            if (!Double.isInfinite(prices.band().below())) {
                insert.setDouble(9, prices.band().below());
            }
        }
    }

    private static void fillTime(PreparedStatement insert, int column, Optional<Instant> time)
            throws SQLException {
        if (time.isPresent()) {
            insert.setLong(column, time.get().toEpochMilli());
        } else {
            insert.setNull(column, Types.BIGINT);
        }
    }
}
