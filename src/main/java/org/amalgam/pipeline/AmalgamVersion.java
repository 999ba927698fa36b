package org.amalgam.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, as every report names it. */
public final class AmalgamVersion {

    private static final String VERSION = read();

    private AmalgamVersion() {}

    public static String current() {
        return VERSION;
    }

    private static String read() {
        try (InputStream in = AmalgamVersion.class.getResourceAsStream("/amalgam.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("reading amalgam.properties", e);
        }
    }
}
