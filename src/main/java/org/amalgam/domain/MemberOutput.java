package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

/** What one member says about one step. */
public sealed interface MemberOutput {

    /** Name of the member, as in {@code --members}. */
    String member();

    /**
     * A score for every item of the catalogue; higher is better; all finite. Another answer is
     * another one of these, even where its scores stand in the same buffer.
     *
     * @param scores by dense item number; belongs to the caller of the member, who may reuse it for
     *     the next step
     */
    @SuppressWarnings("ArrayRecordComponent") // a buffer, never compared or kept
    record Scored(String member, float[] scores) implements MemberOutput {
        public Scored {
            requireNonNull(member, "member");
            requireNonNull(scores, "scores");
        }
    }

    /** The member has nothing to say, or failed; the others go on. */
    record Abstained(String member, String reason) implements MemberOutput {
        public Abstained {
            requireNonNull(member, "member");
            requireNonNull(reason, "reason");
        }
    }
}
