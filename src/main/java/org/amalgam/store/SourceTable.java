package org.amalgam.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** The rows that say which files were imported and how far. Belongs to its connection's thread. */
final class SourceTable {

    private static final String FIND =
            """
            SELECT id, complete, last_line, read_lines, kept, rejected, duplicates, repaired
              FROM source
             WHERE sha256 = ?
            """;

    private static final String ADD =
            """
            INSERT INTO source (id, name, sha256, format, imported_at, complete,
                                last_line, read_lines, kept, rejected, duplicates, repaired)
            SELECT COALESCE(MAX(id) + 1, 0), ?, ?, ?, ?, FALSE, 0, 0, 0, 0, 0, 0 FROM source
            """;

    private static final String UPDATE =
            """
            UPDATE source
               SET complete = ?, last_line = ?, read_lines = ?, kept = ?,
                   rejected = ?, duplicates = ?, repaired = ?
             WHERE id = ?
            """;

    private static final String RENAME = "UPDATE source SET sha256 = ? WHERE id = ?";

    private static final String COMPLETE = "SELECT sha256 FROM source WHERE complete";

    private static final String CONTENT =
            """
            SELECT sha256, complete, kept, (SELECT COUNT(*) FROM app_user WHERE bot)
              FROM source
             WHERE format <> '%s'
             ORDER BY id
            """
                    .formatted(CampaignStore.FORMAT);

    private final Connection connection;

    SourceTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * SHA-256 over all sources in order of import but those of campaigns, how many lines each gave,
     * and the bots.
     */
    static String digest(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(CONTENT);
                var rows = query.executeQuery()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            while (rows.next()) {
                String row =
                        rows.getString(1)
                                + (rows.getBoolean(2) ? " complete " : " begun ")
                                + rows.getLong(3)
                                + " "
                                + rows.getLong(4)
                                + "\n";
                digest.update(row.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A source's number and how far it is. */
    record Row(int id, SourceCounts counts) {}

    Optional<Row> find(String sha256) throws SQLException {
        try (var query = connection.prepareStatement(FIND)) {
            query.setString(1, sha256);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                SourceCounts counts =
                        new SourceCounts(
                                rows.getBoolean(2),
                                rows.getLong(3),
                                rows.getLong(4),
                                rows.getLong(5),
                                rows.getLong(6),
                                rows.getLong(7),
                                rows.getLong(8));
                return Optional.of(new Row(rows.getInt(1), counts));
            }
        }
    }

    Row findOrAdd(SourceDescription source, long importedAtMillis) throws SQLException {
        Optional<Row> known = find(source.sha256());
        if (known.isPresent()) {
            return known.get();
        }
        try (var insert = connection.prepareStatement(ADD)) {
            insert.setString(1, source.name());
            insert.setString(2, source.sha256());
            insert.setString(3, source.format());
            insert.setLong(4, importedAtMillis);
            insert.executeUpdate();
        }
        return find(source.sha256()).orElseThrow();
    }

    /** Checksums of all sources that readers see. */
    static Set<String> complete(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(COMPLETE);
                var rows = query.executeQuery()) {
            Set<String> checksums = new HashSet<>();
            while (rows.next()) {
                checksums.add(rows.getString(1));
            }
            return checksums;
        }
    }

    /** Gives a source the checksum of its text, unless another source has that text already. */
    void identify(int id, String sha256) throws SQLException {
        if (find(sha256).isPresent()) {
            return;
        }
        try (var update = connection.prepareStatement(RENAME)) {
            update.setString(1, sha256);
            update.setInt(2, id);
            update.executeUpdate();
        }
    }

    void update(int id, SourceCounts counts) throws SQLException {
        try (var update = connection.prepareStatement(UPDATE)) {
            update.setBoolean(1, counts.complete());
            update.setLong(2, counts.lastLine());
            update.setLong(3, counts.read());
            update.setLong(4, counts.kept());
            update.setLong(5, counts.rejected());
            update.setLong(6, counts.duplicates());
            update.setLong(7, counts.repaired());
            update.setInt(8, id);
            update.executeUpdate();
        }
    }
}
