package org.amalgam.pipeline.engine;

import java.util.List;
import java.util.Locale;
import org.amalgam.domain.TrainingSpeed;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.model.network.GemmRate;

/** How fast networks learned, beside what the machine would give. */
public final class SpeedNotes {

    private SpeedNotes() {}

    /** A sentence for each member that is a network and was trained now. */
    public static List<String> of(List<EnsembleMember> members) {
        if (members.stream().noneMatch(member -> member.speed().isPresent())) {
            return List.of();
        }
        double gemm = GemmRate.gigaflops();
        return members.stream()
                .flatMap(
                        member ->
                                member
                                        .speed()
                                        .map(speed -> sentence(member.name(), speed, gemm))
                                        .stream())
                .toList();
    }

    private static String sentence(String member, TrainingSpeed speed, double gemm) {
        return String.format(
                Locale.ROOT,
                "%s learned from %,.0f targets a second; its matrix products ran at %.1f GFLOP/s"
                        + " on average, %.0f %% of the %.0f that one core gives here.",
                member,
                speed.targetsPerSecond(),
                speed.gigaflops(),
                100 * speed.gigaflops() / gemm,
                gemm);
    }
}
