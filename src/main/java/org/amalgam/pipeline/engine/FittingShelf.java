package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.amalgam.config.MemberSettings;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.pipeline.AmalgamVersion;
import org.amalgam.pipeline.FusionRequest;

/** What of a shelf fits this data and these settings. */
final class FittingShelf {

    private final ModelShelf shelf;
    private final String dataDigest;
    private final int items;
    private final MemberSettings settings;

    FittingShelf(ModelShelf shelf, String dataDigest, int items, MemberSettings settings) {
        this.shelf = shelf;
        this.dataDigest = dataDigest;
        this.items = items;
        this.settings = settings;
    }

    /** Where a member comes from, if it was trained until this time with this seed. */
    Optional<ModelShelf.Provenance> member(String name, Instant until, long seed) {
        return shelf.provenance(name).filter(p -> fits(p, until, seed));
    }

    /** The one time until which all these members were trained. */
    Optional<Instant> until(List<String> names, long seed) {
        Set<Optional<Instant>> times =
                names.stream()
                        .map(
                                name ->
                                        shelf.provenance(name)
                                                .filter(p -> fits(p, p.untilTime(), seed))
                                                .map(ModelShelf.Provenance::untilTime))
                        .collect(Collectors.toSet());
        return times.size() == 1 ? times.iterator().next() : Optional.empty();
    }

    private boolean fits(ModelShelf.Provenance provenance, Instant until, long seed) {
        return provenance.fits(until, seed, dataDigest, items)
                && settings.digest(provenance.member()).equals(provenance.settingsDigest());
    }

    void load(EnsembleMember member) {
        shelf.load(member);
    }

    void put(EnsembleMember member, Instant until, long seed, boolean brief, double seconds) {
        shelf.put(
                member,
                new ModelShelf.Provenance(
                        member.name(),
                        until.toString(),
                        seed,
                        brief,
                        dataDigest,
                        settings.digest(member.name()),
                        AmalgamVersion.current(),
                        items,
                        seconds));
    }

    /** The recipes learned with just these members, all of which are here, thoroughly trained. */
    Optional<Map<String, FusionRecipe>> recipes(
            List<String> names, Instant until, long seed, FusionRequest fusing) {
        boolean here =
                names.stream()
                        .allMatch(
                                name ->
                                        member(name, until, seed)
                                                .filter(p -> !p.brief())
                                                .isPresent());
        return here ? shelf.recipes().find(key(names, until, seed, fusing)) : Optional.empty();
    }

    void put(
            List<String> names,
            Instant until,
            long seed,
            FusionRequest fusing,
            Map<String, FusionRecipe> recipes) {
        shelf.recipes().put(key(names, until, seed, fusing), recipes);
    }

    private RecipeShelf.Key key(
            List<String> names, Instant until, long seed, FusionRequest fusing) {
        return new RecipeShelf.Key(
                fusing.method(),
                names.stream()
                        .map(name -> new RecipeShelf.Member(name, settings.digest(name)))
                        .toList(),
                fusing.weights(),
                fusing.baselines(),
                until.toString(),
                seed,
                dataDigest,
                AmalgamVersion.current());
    }
}
