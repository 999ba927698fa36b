package org.amalgam.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.config.MemberSettings;
import org.amalgam.pipeline.SettingsFile;
import org.amalgam.pipeline.TrainRequest;
import picocli.CommandLine.Option;

/** Options that several verbs share. */
final class MemberOptions {

    @Option(
            names = "--members",
            split = ",",
            paramLabel = "NAME",
            description = "members and baselines, e.g. lstm,cnn,gan,pop; all when not given")
    private List<String> members = List.of();

    @Option(names = "--seed", defaultValue = "42", description = "42 when not given")
    private long seed;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "members' settings as JSON, as written by tune: {\"lstm\": {...}, ...}")
    private Path settings;

    /** The names given, or all; in the order of reports. */
    List<String> members() {
        if (members.isEmpty()) {
            return TrainRequest.ALL;
        }
        for (String name : members) {
            if (!TrainRequest.ALL.contains(name)) {
                throw new IllegalArgumentException(
                        "--members: no member '" + name + "'; there are " + TrainRequest.ALL);
            }
        }
        return TrainRequest.ALL.stream().filter(members::contains).toList();
    }

    long seed() {
        return seed;
    }

    /** Those of the file, or those that members ship with. */
    MemberSettings settings() {
        return SettingsFile.read(Optional.ofNullable(settings));
    }

    /** Reads {@code a=.5,b=.3}. */
    static Map<String, Double> weights(String text) {
        Map<String, Double> weights = new LinkedHashMap<>();
        if (text == null || text.isBlank()) {
            return weights;
        }
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            try {
                weights.put(
                        part.substring(0, equals).strip(),
                        Double.parseDouble(part.substring(equals + 1).strip()));
            } catch (StringIndexOutOfBoundsException | NumberFormatException e) {
                throw new IllegalArgumentException(
                        "--weights: '" + part + "' is not NAME=NUMBER, as in lstm=.5,cnn=.3", e);
            }
        }
        return weights;
    }
}
