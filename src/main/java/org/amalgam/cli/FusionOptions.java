package org.amalgam.cli;

import java.util.Set;
import org.amalgam.pipeline.FusionRequest;
import picocli.CommandLine.Option;

/** How evaluations fuse. */
final class FusionOptions {

    @Option(
            names = "--fusion",
            defaultValue = "stacking",
            paramLabel = "NAME",
            description = "how members are fused; stacking (learned on validation) when not given")
    private String method;

    @Option(names = "--weights", paramLabel = "a=.5,b=.3", description = "weights by hand")
    private String weights;

    @Option(
            names = "--fuse",
            split = ",",
            paramLabel = "NAME",
            description = "baselines to fuse beside the members")
    private Set<String> baselines = Set.of();

    FusionRequest request() {
        return new FusionRequest(method, MemberOptions.weights(weights), baselines);
    }
}
