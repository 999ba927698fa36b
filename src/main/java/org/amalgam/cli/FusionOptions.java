package org.amalgam.cli;

import java.util.Map;
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

    String method() {
        return method;
    }

    /** By member; empty when none were given. */
    Map<String, Double> weights() {
        return MemberOptions.weights(weights);
    }
}
