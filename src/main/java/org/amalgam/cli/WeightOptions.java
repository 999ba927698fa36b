package org.amalgam.cli;

import java.util.Set;
import org.amalgam.pipeline.FusionRequest;
import picocli.CommandLine.Option;

/** Who is fused with what weight, by whatever method. */
final class WeightOptions {

    @Option(
            names = "--weights",
            paramLabel = "a=.5,b=.3",
            description = "weights by hand; where weights learn live, those to begin with")
    private String weights;

    @Option(
            names = "--fuse",
            split = ",",
            paramLabel = "NAME",
            description = "baselines to fuse beside the members")
    private Set<String> baselines = Set.of();

    /** What is asked for, by this method. */
    FusionRequest request(String method) {
        return new FusionRequest(method, MemberOptions.weights(weights), baselines);
    }
}
