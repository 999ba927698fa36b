package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.model.Members;
import org.junit.jupiter.api.Test;

class TrainingTest {

    @Test
    void whatTakesLongestBeginsFirstAndEqualsKeepTheirOrder() {
        List<EnsembleMember> members =
                Stream.of("pop", "lstm", "cnn", "gan", "markov")
                        .map(name -> Members.create(name, 1))
                        .toList();

        assertThat(Training.longestFirst(members))
                .extracting(EnsembleMember::name)
                .containsExactly("gan", "lstm", "cnn", "pop", "markov");
        members.forEach(EnsembleMember::close);
    }
}
