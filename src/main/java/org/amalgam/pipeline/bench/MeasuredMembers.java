package org.amalgam.pipeline.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amalgam.config.MemberSettings;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.Members;
import org.amalgam.pipeline.engine.ListSource;
import org.amalgam.pipeline.engine.TrainedMembers;
import org.amalgam.pipeline.engine.Training;

/** Members of the size that is measured, trained as little as it takes to have one. */
final class MeasuredMembers {

    static final List<String> NETWORKS = List.of("lstm", "cnn", "gan");

    private MeasuredMembers() {}

    /**
     * Trained on what the log holds before a time.
     *
     * @param width of the networks' item rows
     */
    static TrainedMembers trained(ListSource log, Instant until, List<String> names, int width) {
        NetworkSettings network = NetworkSettings.lstm().toBuilder().width(width).epochs(1).build();
        MemberSettings settings = Members.shippedSettings();
        for (String name : NETWORKS) {
            settings = settings.with(name, network);
        }
        TrainingSet past = Training.set(log, until, SessionSettings.defaults());
        List<EnsembleMember> members = new ArrayList<>();
        for (String name : names) {
            EnsembleMember member = Members.create(name, 1, settings);
            member.train(past, TaskMonitor.silent());
            members.add(member);
        }
        return new TrainedMembers(
                members, until, Map.of(), Map.of(), new int[log.catalogue().size()]);
    }
}
