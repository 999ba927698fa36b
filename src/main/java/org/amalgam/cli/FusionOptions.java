package org.amalgam.cli;

import org.amalgam.pipeline.FusionRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How evaluations fuse. */
final class FusionOptions {

    @Mixin private WeightOptions weights;

    @Option(
            names = "--fusion",
            defaultValue = "stacking",
            paramLabel = "NAME",
            description = "how members are fused; stacking (learned on validation) when not given")
    private String method;

    FusionRequest request() {
        return weights.request(method);
    }
}
