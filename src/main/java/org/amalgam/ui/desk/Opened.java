package org.amalgam.ui.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Campaign;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.DataProfile;
import org.amalgam.pipeline.Workbench;

/**
 * What is known of the open store, read in one go in the background. Immutable.
 *
 * @param campaigns what the shop advertised
 * @param span empty when the store has no event
 */
public record Opened(
        Path store,
        DataProfile profile,
        Catalogue catalogue,
        List<Campaign> campaigns,
        Optional<Workbench.TimeSpan> span) {

    public Opened {
        campaigns = List.copyOf(campaigns);
    }

    static Opened read(Workbench workbench) {
        return new Opened(
                workbench.store(),
                workbench.profile(),
                workbench.catalogue(),
                workbench.campaigns(),
                workbench.timeSpan());
    }

    public long events() {
        return span.map(Workbench.TimeSpan::events).orElse(0L);
    }
}
