package org.amalgam.ui.desk;

import java.nio.file.Path;

/**
 * Where the window keeps stores that the user did not name.
 *
 * @param home a folder of the user's, made when first needed
 */
public record Folders(Path home) {

    /** {@code ~/.amalgam}, or what the system property {@code amalgam.home} names. */
    public static Folders standard() {
        String named = System.getProperty("amalgam.home");
        return new Folders(
                named != null
                        ? Path.of(named)
                        : Path.of(System.getProperty("user.home"), ".amalgam"));
    }

    Path demoShop() {
        return home.resolve("demo-shop");
    }

    Path demoStore() {
        return home.resolve("stores").resolve("demo");
    }

    /** A store named after the log: {@code events.csv.gz} goes into {@code events}. */
    Path storeFor(Path log) {
        String name = String.valueOf(log.getFileName());
        int dot = name.indexOf('.', 1);
        return home.resolve("stores").resolve("log-" + (dot < 0 ? name : name.substring(0, dot)));
    }
}
