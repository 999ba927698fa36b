package org.amalgam.pipeline;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import org.amalgam.config.MemberSettings;

/**
 * What an offline evaluation shall do.
 *
 * @param files what to learn from and what to predict
 * @param fusion how members are fused
 * @param settings of the members
 */
public record OfflineRequest(
        Files files,
        List<String> members,
        FusionRequest fusion,
        long seed,
        MemberSettings settings) {

    public OfflineRequest {
        members = List.copyOf(members);
        requireNonNull(fusion, "fusion");
        requireNonNull(settings, "settings");
    }

    /** The files of a protocol. */
    public sealed interface Files {

        /** The protocol's name, as in {@code evaluate NAME}. */
        String protocol();

        /** All of them, for the digest. */
        List<Path> all();
    }

    /**
     * Sessions to learn from, and sessions to predict step by step.
     *
     * @param train with or without times
     * @param test of the same items
     */
    public record Sessions(Path train, Path test) implements Files {
        @Override
        public String protocol() {
            return "sessions";
        }

        @Override
        public List<Path> all() {
            return List.of(train, test);
        }
    }

    /**
     * One sequence a user: the last item tests, the one before validates, the rest trains.
     *
     * @param file one user a line
     */
    public record Sequences(Path file) implements Files {
        @Override
        public String protocol() {
            return "sequences";
        }

        @Override
        public List<Path> all() {
            return List.of(file);
        }
    }
}
