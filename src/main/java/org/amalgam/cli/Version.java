package org.amalgam.cli;

import org.amalgam.pipeline.AmalgamVersion;
import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version}. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"amalgam " + AmalgamVersion.current()};
    }
}
