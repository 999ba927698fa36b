package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What one member alone had said of kept cases. Lists leave out items it says nothing of. */
public final class KeptMember implements KeptRanker {

    private final KeptCases cases;
    private final int member;

    /**
     * @throws IllegalArgumentException if its answers were not kept
     */
    public KeptMember(KeptCases cases, String member) {
        this.cases = requireNonNull(cases, "cases");
        this.member = cases.members().indexOf(member);
        if (this.member < 0) {
            throw new IllegalArgumentException(member + " is none of " + cases.members());
        }
    }

    @Override
    public Optional<Ranking> next(int index, int length) {
        if (!cases.answered(index, member)) {
            return Optional.empty();
        }
        CaseRows rows = cases.rows();
        int start = rows.start(index);
        float[] scores = cases.scores(index, member);
        int said = 0;
        for (int i = 0; i < scores.length; i++) {
            said += rows.effectiveRank(member, start + i, index) < Double.POSITIVE_INFINITY ? 1 : 0;
        }
        return Optional.of(
                new Ranking(
                        cases.label(index).targetKnown()
                                ? Optional.of(cases.alone(index, member))
                                : Optional.empty(),
                        cases.best(index, scores, Math.min(length, said))));
    }
}
