package org.amalgam.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.amalgam.domain.Campaign;
import org.amalgam.domain.CampaignLine;
import org.amalgam.domain.RejectedLine;

/**
 * The campaigns of a store. Nothing is learned from them, and the items that they name are not
 * added to the catalogue: {@link EventStore#digest} leaves their files out, so that what was
 * trained before they were loaded stays as good as it was. Thread-safe.
 */
public final class CampaignStore {

    /** The format of their files, as the table of sources has it. */
    static final String FORMAT = "campaigns";

    private final Database database;
    private final Clock clock;
    private final ImportLock lock;

    CampaignStore(Database database, Clock clock, ImportLock lock) {
        this.database = database;
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * What a file tells of campaigns.
     *
     * @param name the file's, without its folders
     * @param sha256 of its text
     * @param lines all lines of one campaign have the same times
     * @param counts of the whole file
     */
    public record Told(
            String name,
            String sha256,
            List<CampaignLine> lines,
            List<RejectedLine> rejected,
            SourceCounts counts) {

        public Told {
            lines = List.copyOf(lines);
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * What became of a file.
     *
     * @param known whether the very same text had been loaded before
     * @param changed campaigns that are new, or have other times or items than before
     */
    public record Written(boolean known, int changed) {}

    /** All campaigns by begin, then name, with those of their items that the catalogue has. */
    public List<Campaign> all() {
        try (Connection connection = database.connect()) {
            return CampaignTable.read(connection);
        } catch (SQLException e) {
            throw new StoreException("reading the campaigns in " + database.name(), e);
        }
    }

    public long count() {
        try (Connection connection = database.connect()) {
            return CampaignTable.count(connection);
        } catch (SQLException e) {
            throw new StoreException("counting the campaigns in " + database.name(), e);
        }
    }

    /**
     * Puts a file's campaigns in place of those of the same names; others stay. All at once or not
     * at all.
     *
     * @throws org.amalgam.domain.UnusableInput if an import is running
     */
    public Written write(Told file) {
        lock.take();
        try (Connection connection = database.connect()) {
            return Database.atOnce(connection, () -> write(connection, file));
        } catch (SQLException e) {
            throw new StoreException("storing " + file.name() + " in " + database.name(), e);
        } finally {
            lock.release();
        }
    }

    private Written write(Connection connection, Told file) throws SQLException {
        boolean known = note(connection, file);
        CampaignTable table = new CampaignTable(connection);
        int changed = 0;
        for (var campaign : byName(file.lines()).entrySet()) {
            changed += table.put(campaign.getKey(), campaign.getValue()) ? 1 : 0;
        }
        return new Written(known, changed);
    }

    /** Enters the file among the sources, unless it is there. */
    private boolean note(Connection connection, Told file) throws SQLException {
        SourceTable sources = new SourceTable(connection);
        if (sources.find(file.sha256()).isPresent()) {
            return true;
        }
        SourceDescription source = new SourceDescription(file.name(), file.sha256(), FORMAT, true);
        int id = sources.findOrAdd(source, clock.millis()).id();
        sources.update(id, file.counts());
        try (RejectedRows rows = new RejectedRows(connection)) {
            for (RejectedLine line : file.rejected()) {
                rows.add(id, line);
            }
            rows.write();
        }
        return false;
    }

    private static Map<String, CampaignTable.Told> byName(List<CampaignLine> lines) {
        Map<String, CampaignTable.Told> campaigns = new LinkedHashMap<>();
        for (CampaignLine line : lines) {
            campaigns
                    .computeIfAbsent(
                            line.campaign(),
                            name ->
                                    new CampaignTable.Told(
                                            line.from(), line.until(), new TreeSet<>()))
                    .items()
                    .add(line.item());
        }
        return campaigns;
    }
}
