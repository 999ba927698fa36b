package org.amalgam.config;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Settings of the members that have any. Immutable.
 *
 * @param origin {@link #SHIPPED}, or the name of the file that changed some of them
 * @param members by member name: settings that it uses as they are, or {@link NetworkRecipes}. A
 *     member without an entry finds its settings itself.
 */
public record MemberSettings(String origin, Map<String, Record> members) {

    /** The origin of Amalgam's own settings. */
    public static final String SHIPPED = "shipped";

    public MemberSettings {
        requireNonNull(origin, "origin");
        members = Map.copyOf(members);
    }

    /** The same under another origin. */
    public MemberSettings from(String other) {
        return new MemberSettings(other, members);
    }

    /** The same, but this member uses these. */
    public MemberSettings with(String member, Record settings) {
        Map<String, Record> changed = new HashMap<>(members);
        changed.put(member, settings);
        return new MemberSettings(origin, changed);
    }

    /** The same, but networks train for at most so many epochs. */
    public MemberSettings withEpochsAtMost(int most) {
        return withNetworks(network -> network.withEpochs(Math.min(most, network.epochs())));
    }

    /** The same with all settings of networks changed so. */
    public MemberSettings withNetworks(UnaryOperator<NetworkSettings> change) {
        Map<String, Record> changed = new HashMap<>(members);
        changed.replaceAll((member, settings) -> changed(settings, change));
        return new MemberSettings(origin, changed);
    }

    private static Record changed(Record settings, UnaryOperator<NetworkSettings> change) {
        if (settings instanceof NetworkRecipes recipes) {
            return recipes.map(change);
        }
        return settings instanceof NetworkSettings network ? change.apply(network) : settings;
    }

    /**
     * The settings of this member.
     *
     * @throws IllegalArgumentException if there are none, or of another type
     */
    public <T extends Record> T of(String member, Class<T> type) {
        Record settings = members.get(member);
        if (!type.isInstance(settings)) {
            throw new IllegalArgumentException(
                    "member " + member + " needs " + type.getSimpleName() + ", not " + settings);
        }
        return type.cast(settings);
    }

    /** What this network settles on one of, which may be a single one. */
    public NetworkRecipes recipes(String network) {
        return members.get(network) instanceof NetworkSettings only
                ? NetworkRecipes.only(only)
                : of(network, NetworkRecipes.class);
    }

    /** The settings this member uses as they are; empty when it has a choice, or finds its own. */
    public Optional<Record> fixed(String member) {
        return Optional.ofNullable(members.get(member)).filter(s -> !(s instanceof NetworkRecipes));
    }

    /** Tells the settings of this member by their content, whatever their origin: SHA-256, hex. */
    public String digest(String member) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String text = String.valueOf(members.get(member));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
