package org.amalgam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Cleans up after a run. */
final class Folders {

    private Folders() {}

    static void delete(Path folder) throws IOException {
        List<Path> innermostFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            innermostFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : innermostFirst) {
            Files.deleteIfExists(path);
        }
    }
}
