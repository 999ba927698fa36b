package org.amalgam.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.amalgam.domain.UnusableInput;
import org.amalgam.model.Members;
import org.amalgam.model.network.NetworkMember;

/**
 * What {@code tune} shall search.
 *
 * @param members networks, at least one; see {@link #NETWORKS}
 * @param budget wall time for all of them, shared equally; looked at between trials
 * @param out the settings file to write; the table of trials goes beside it, see {@link #table}
 * @param seed of the draws and of the networks
 */
public record TuneRequest(List<String> members, Duration budget, Path out, long seed) {

    /** Members whose settings can be searched. */
    public static final List<String> NETWORKS =
            Members.all().stream()
                    .filter(listing -> listing.type().equals(NetworkMember.class))
                    .map(Members.Listing::name)
                    .toList();

    private static final String TABLE = ".tsv";

    public TuneRequest {
        members = List.copyOf(members);
        if (members.isEmpty() || !NETWORKS.containsAll(members)) {
            throw new UnusableInput(
                    members
                            + " cannot be tuned; name one or more of "
                            + String.join(",", NETWORKS));
        }
        if (budget.isNegative() || budget.isZero()) {
            throw new UnusableInput("the budget " + budget + " must be above 0");
        }
        if (out.getFileName() == null || out.toString().endsWith(TABLE)) {
            throw new UnusableInput(
                    out + ": the settings are JSON and the trials go to a .tsv; name it .json");
        }
    }

    /** Where the table of all trials goes: the settings file with the extension {@code .tsv}. */
    public Path table() {
        String name = out.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return out.resolveSibling(name + TABLE);
    }

    /**
     * Files to search on, as in the offline protocols; a test part is never read or, where it is in
     * the same file, never looked at.
     */
    public sealed interface Files {

        Path file();
    }

    /**
     * Sessions; the last of them judge.
     *
     * @param file to learn from, as in {@code evaluate sessions --train}
     */
    public record Sessions(Path file) implements Files {}

    /**
     * One sequence a user; each user's last item but one judges, the last is left alone.
     *
     * @param file as in {@code evaluate sequences --file}
     */
    public record Sequences(Path file) implements Files {}
}
