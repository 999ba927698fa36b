package org.amalgam.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.amalgam.domain.Campaign;

/** The rows of campaigns and of what they advertise. Belongs to its connection's thread. */
final class CampaignTable {

    private static final String ALL =
            """
            SELECT name, active_from, active_until, item.id
              FROM campaign
              LEFT JOIN campaign_item ON campaign_item.campaign = campaign.name
              LEFT JOIN item ON item.external_id = campaign_item.external_id
             ORDER BY active_from, name, item.id
            """;

    private static final String COUNT = "SELECT COUNT(*) FROM campaign";

    private static final String ONE =
            """
            SELECT active_from, active_until, external_id
              FROM campaign
              JOIN campaign_item ON campaign_item.campaign = campaign.name
             WHERE name = ?
            """;

    private static final String DELETE = "DELETE FROM campaign WHERE name = ?";

    private static final String ADD =
            "INSERT INTO campaign (name, active_from, active_until) VALUES (?, ?, ?)";

    private static final String ADD_ITEM =
            "INSERT INTO campaign_item (campaign, external_id) VALUES (?, ?)";

    private final Connection connection;

    CampaignTable(Connection connection) {
        this.connection = connection;
    }

    /** A campaign as a file tells of it, with the shop's own ids. */
    record Told(Instant from, Instant until, Set<String> items) {}

    static List<Campaign> read(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(ALL);
                var rows = query.executeQuery()) {
            Map<String, Campaign> campaigns = new LinkedHashMap<>();
            while (rows.next()) {
                List<Integer> items = new ArrayList<>();
                int item = rows.getInt(4);
                if (!rows.wasNull()) {
                    items.add(item);
                }
                Campaign row =
                        new Campaign(
                                rows.getString(1),
                                Instant.ofEpochMilli(rows.getLong(2)),
                                Instant.ofEpochMilli(rows.getLong(3)),
                                items);
                campaigns.merge(row.name(), row, CampaignTable::joined);
            }
            return List.copyOf(campaigns.values());
        }
    }

    private static Campaign joined(Campaign campaign, Campaign more) {
        List<Integer> items = new ArrayList<>(campaign.items());
        items.addAll(more.items());
        return new Campaign(campaign.name(), campaign.from(), campaign.until(), items);
    }

    static long count(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(COUNT);
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Puts a campaign in place of the one of its name; returns whether that changed anything. */
    boolean put(String name, Told campaign) throws SQLException {
        if (find(name).equals(Optional.of(campaign))) {
            return false;
        }
        try (var delete = connection.prepareStatement(DELETE);
                var add = connection.prepareStatement(ADD);
                var addItem = connection.prepareStatement(ADD_ITEM)) {
            delete.setString(1, name);
            delete.executeUpdate();
            add.setString(1, name);
            add.setLong(2, campaign.from().toEpochMilli());
            add.setLong(3, campaign.until().toEpochMilli());
            add.executeUpdate();
            for (String item : campaign.items()) {
                addItem.setString(1, name);
                addItem.setString(2, item);
                addItem.addBatch();
            }
            addItem.executeBatch();
        }
        return true;
    }

    private Optional<Told> find(String name) throws SQLException {
        try (var query = connection.prepareStatement(ONE)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                Optional<Told> found = Optional.empty();
                while (rows.next()) {
                    Instant from = Instant.ofEpochMilli(rows.getLong(1));
                    Instant until = Instant.ofEpochMilli(rows.getLong(2));
                    found = found.or(() -> Optional.of(new Told(from, until, new TreeSet<>())));
                    found.get().items().add(rows.getString(3));
                }
                return found;
            }
        }
    }
}
