package org.amalgam.ui.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.i18n.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link Remembered} in a properties file that people can read. What is missing or makes no
 * sense counts as at the first start, value by value: nothing in it is worth a window that does not
 * open.
 */
public final class SettingsFile {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    public Remembered read() {
        Properties found = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                found.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{} cannot be read: the window opens as at the first start", file, e);
            }
        }
        Remembered first = Remembered.nothing();
        return new Remembered(
                value(found, "window", SettingsFile::place),
                value(found, "maximised", Boolean::valueOf).orElse(first.maximised()),
                value(found, "screen", Screen::valueOf).orElse(first.screen()),
                value(found, "dark", Boolean::valueOf).orElse(first.dark()),
                value(found, "language", Language::valueOf).orElse(first.language()),
                value(found, "text", SettingsFile::textSize).orElse(first.textSize()),
                stores(found),
                value(found, PausedReplayText.STORE, store -> PausedReplayText.read(found)));
    }

    private static <T> Optional<T> value(
            Properties found, String key, Function<String, T> meaning) {
        Optional<String> text = Optional.ofNullable(found.getProperty(key));
        try {
            return text.map(meaning);
        } catch (RuntimeException e) {
            LOG.warn("the window's settings: {}={} makes no sense", key, text.orElse(""));
            return Optional.empty();
        }
    }

    private static Place place(String text) {
        String[] parts = text.split(" ", -1);
        return new Place(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]));
    }

    private static int textSize(String text) {
        int size = Integer.parseInt(text);
        return Math.max(Remembered.LEAST_TEXT, Math.min(Remembered.MOST_TEXT, size));
    }

    private static List<RecentStore> stores(Properties found) {
        List<RecentStore> stores = new ArrayList<>();
        Optional<RecentStore> next = store(found, 0);
        while (next.isPresent()) {
            stores.add(next.get());
            next = store(found, stores.size());
        }
        return stores;
    }

    private static Optional<RecentStore> store(Properties found, int place) {
        String key = "store." + place;
        long events = value(found, key + ".events", Long::valueOf).orElse(0L);
        Instant usedAt = value(found, key + ".used", Instant::parse).orElse(Instant.EPOCH);
        return value(found, key, Path::of).map(path -> new RecentStore(path, events, usedAt));
    }

    /** Writes all or nothing; that it cannot be written is logged and nothing more. */
    public void write(Remembered remembered) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(draft)) {
                properties(remembered).store(writer, "Amalgam's window");
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be written", file, e);
        }
    }

    private static Properties properties(Remembered remembered) {
        Properties written = new Properties();
        remembered
                .place()
                .ifPresent(
                        at ->
                                written.setProperty(
                                        "window",
                                        at.x()
                                                + " "
                                                + at.y()
                                                + " "
                                                + at.width()
                                                + " "
                                                + at.height()));
        written.setProperty("maximised", String.valueOf(remembered.maximised()));
        written.setProperty("screen", remembered.screen().name());
        written.setProperty("dark", String.valueOf(remembered.dark()));
        written.setProperty("language", remembered.language().name());
        written.setProperty("text", String.valueOf(remembered.textSize()));
        for (int i = 0; i < remembered.stores().size(); i++) {
            RecentStore store = remembered.stores().get(i);
            written.setProperty("store." + i, store.store().toString());
            written.setProperty("store." + i + ".events", String.valueOf(store.events()));
            written.setProperty("store." + i + ".used", store.usedAt().toString());
        }
        remembered.paused().ifPresent(paused -> PausedReplayText.write(paused, written));
        return written;
    }
}
