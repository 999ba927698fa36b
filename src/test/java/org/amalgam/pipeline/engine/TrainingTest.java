package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.Members;
import org.junit.jupiter.api.Test;

class TrainingTest {

    @Test
    void whatTakesLongestBeginsFirstAndEqualsKeepTheirOrder() {
        List<EnsembleMember> members =
                Stream.of("pop", "lstm", "cnn", "gan", "markov")
                        .map(name -> Members.create(name, 1))
                        .toList();

        assertThat(members.stream().sorted(Training.LONGEST_FIRST))
                .extracting(EnsembleMember::name)
                .containsExactly("gan", "lstm", "cnn", "pop", "markov");
        members.forEach(EnsembleMember::close);
    }

    @Test
    void aMemberIsHandedOnOnceItIsTrainedThoughAnotherFails() {
        EnsembleMember good = new FakeMember("good", RankerKind.MEMBER, window -> 0);
        EnsembleMember bad =
                new FakeMember("bad", RankerKind.MEMBER, window -> 0) {
                    @Override
                    public void train(TrainingSet data, TaskMonitor monitor) {
                        throw new IllegalStateException("no good");
                    }
                };
        TrainingSet nothing = new TrainingSet(new Catalogue(List.of()), List.of());
        List<String> handedOn = new CopyOnWriteArrayList<>();

        assertThatThrownBy(
                        () ->
                                Training.train(
                                        List.of(good, bad),
                                        nothing,
                                        TaskMonitor.silent(),
                                        (member, seconds) -> handedOn.add(member.name())))
                .hasMessageContaining("no good");

        assertThat(handedOn).containsExactly("good");
    }
}
