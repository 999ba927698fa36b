package org.amalgam.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.amalgam.domain.UnusableInput;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/**
 * An open H2 database whose tables are up to date. It stays open, and locked against other
 * processes, until closed. Thread-safe.
 */
final class Database implements AutoCloseable {

    private static final String EXTENSION = ".mv.db";

    private static final String TABLES =
            """
            SELECT LOWER(table_name)
              FROM information_schema.tables
             WHERE table_schema NOT IN ('INFORMATION_SCHEMA', 'PG_CATALOG')
             ORDER BY table_name
            """;

    private final String name;
    private final JdbcDataSource source;
    private final Connection keeper;

    private Database(String name, JdbcDataSource source, Connection keeper) {
        this.name = name;
        this.source = source;
        this.keeper = keeper;
    }

    /** Whether there is a file at this path, given without or with H2's own ending. */
    static boolean exists(Path path) {
        String file = path.toString();
        return Files.exists(Path.of(file.endsWith(EXTENSION) ? file : file + EXTENSION));
    }

    /**
     * Opens the database of a path, creating it where there is none.
     *
     * @param path without or with H2's own ending
     * @throws UnusableInput if what is there cannot be used, or nothing can be put there
     */
    static Database open(Path path) {
        String file = path.toAbsolutePath().normalize().toString();
        if (file.endsWith(EXTENSION)) {
            file = file.substring(0, file.length() - EXTENSION.length());
        }
        if (file.indexOf(';') >= 0) {
            throw new UnusableInput(
                    path + ": a store's path cannot hold a semicolon; choose another");
        }
        return open("file:" + file, path.toString());
    }

    /**
     * @param h2Name what follows {@code jdbc:h2:}
     * @param shown how messages name it
     */
    static Database open(String h2Name, String shown) {
        JdbcDataSource source = new JdbcDataSource();
        // Without the setting H2 writes its own report of an error beside the one line we give.
        source.setURL("jdbc:h2:" + h2Name + ";TRACE_LEVEL_FILE=0");
        source.setUser("sa");
        source.setPassword("");
        Connection keeper;
        try {
            keeper = source.getConnection();
        } catch (SQLException e) {
            throw cannotOpen(shown, e);
        }
        Database database = new Database(shown, source, keeper);
        try {
            database.requireOwnTables();
            database.migrate();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static RuntimeException cannotOpen(String shown, SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                    new UnusableInput(
                            shown
                                    + " is in use by another program, perhaps another Amalgam; close it"
                                    + " and try again",
                            e);
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 ->
                    new UnusableInput(
                            shown
                                    + EXTENSION
                                    + " is damaged or no H2 2 database; choose another path or put"
                                    + " back a copy",
                            e);
            case ErrorCode.WRONG_USER_OR_PASSWORD ->
                    new UnusableInput(
                            shown + EXTENSION + " belongs to another program; choose another path",
                            e);
            case ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.FILE_CREATION_FAILED_1,
                    ErrorCode.FILE_RENAME_FAILED_2,
                    ErrorCode.FILE_DELETE_FAILED_1 ->
                    new UnusableInput(
                            shown
                                    + EXTENSION
                                    + " cannot be opened or made; check that its folder is there,"
                                    + " that you may write to it and that the disk has room",
                            e);
            default -> new StoreException("opening " + shown, e);
        };
    }

    private void requireOwnTables() {
        List<String> tables = tables();
        if (!tables.isEmpty() && !tables.contains("flyway_schema_history")) {
            throw new UnusableInput(
                    name
                            + EXTENSION
                            + " is a database of another program (it holds "
                            + String.join(", ", tables.subList(0, Math.min(3, tables.size())))
                            + "); choose another path");
        }
    }

    private List<String> tables() {
        try (var query = keeper.prepareStatement(TABLES);
                var rows = query.executeQuery()) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
            return tables;
        } catch (SQLException e) {
            throw new StoreException("looking at the tables of " + name, e);
        }
    }

    private void migrate() {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:org/amalgam/store/migration")
                    // A step that this version does not know is an error, not to be passed over.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (t instanceof SQLException sql) {
                    throw new StoreException("setting up the tables of " + name, sql);
                }
            }
            throw new UnusableInput(
                    name
                            + EXTENSION
                            + " was made by a newer Amalgam or another program; update Amalgam or"
                            + " choose another path",
                    e);
        }
    }

    /** A connection of the caller's own, in auto-commit mode; the caller closes it. */
    Connection connect() throws SQLException {
        return source.getConnection();
    }

    /** What is done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Does all of this on the connection, which then is no longer in auto-commit mode, or none. */
    static <T> T atOnce(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    /** How messages name this database. */
    String name() {
        return name;
    }

    @Override
    public void close() {
        try {
            keeper.close();
        } catch (SQLException e) {
            throw new StoreException("closing " + name, e);
        }
    }
}
