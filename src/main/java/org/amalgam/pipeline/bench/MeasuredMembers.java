package org.amalgam.pipeline.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.MemberSettings;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.Members;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.engine.Ensemble;
import org.amalgam.pipeline.engine.FusionGroup;
import org.amalgam.pipeline.engine.FusionGroups;
import org.amalgam.pipeline.engine.MemberHost;
import org.amalgam.pipeline.engine.Training;

/** Members of the size that is measured, trained as little as it takes to have one. */
final class MeasuredEnsemble implements AutoCloseable {

    static final List<String> NETWORKS = List.of("lstm", "cnn", "gan");

    private final Ensemble ensemble;
    private final int items;

    private MeasuredEnsemble(Ensemble ensemble, int items) {
        this.ensemble = ensemble;
        this.items = items;
    }

    /**
     * Trained on what the log holds before a time.
     *
     * @param width of the networks' item rows
     * @param strict learning after every event
     */
    static MeasuredEnsemble trained(
            SyntheticLog log, Instant until, List<String> names, int width, boolean strict) {
        NetworkSettings network = NetworkSettings.lstm().toBuilder().width(width).epochs(1).build();
        MemberSettings settings = Members.shippedSettings();
        for (String name : NETWORKS) {
            settings = settings.with(name, network);
        }
        TrainingSet past = Training.set(log, until, SessionSettings.defaults());
        int items = log.catalogue().size();
        List<MemberHost> hosts = new ArrayList<>();
        for (String name : names) {
            EnsembleMember member = Members.create(name, 1, settings);
            member.train(past, TaskMonitor.silent());
            hosts.add(new MemberHost(member, items, strict));
        }
        return new MeasuredEnsemble(new Ensemble(hosts), items);
    }

    Ensemble ensemble() {
        return ensemble;
    }

    /** Fused with equal weights. */
    List<FusionGroup> groups(String method) {
        return FusionGroups.create(
                ensemble,
                FusionRequest.by(method),
                FusionSettings.defaults(),
                Map.of(),
                new int[items]);
    }

    @Override
    public void close() {
        ensemble.close();
    }
}
