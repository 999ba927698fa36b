package org.amalgam.pipeline.engine;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.amalgam.domain.LiveSnapshot.Quality;
import org.amalgam.domain.RankerResult;

/**
 * Boils a replay's state down to one number: what the members have learned, the fusion weights,
 * what is known of the shoppers, the quality measured and what was shown so far, and what was
 * adjusted to it. Times are left out.
 */
final class StateDigest {

    private static final int BUFFER_BYTES = 1 << 16;

    private final MessageDigest digest = sha256();
    private final DataOutputStream out = into(digest);

    private StateDigest() {}

    /** SHA-256 in hexadecimal digits. */
    static String of(long step, ReplayState state, Ensemble ensemble) {
        try {
            return new StateDigest().add(step, state, ensemble);
        } catch (IOException e) {
            throw new UncheckedIOException("writing into a digest", e);
        }
    }

    private String add(long step, ReplayState state, Ensemble ensemble) throws IOException {
        out.writeLong(step);
        for (FusionGroup group : state.groups()) {
            add(group.name(), group.learner().weights());
        }
        for (long items : state.seenItems()) {
            out.writeLong(items);
        }
        out.writeInt(state.shoppersHash());
        for (Quality quality : state.view().quality()) {
            add(quality);
        }
        for (RankerResult result : state.quality().results(state.itemsSeen(), Map.of())) {
            add(result.ranker(), result.cases(), result.hr20(), result.mrr20(), result.ndcg20());
            add(result.hr10(), result.ndcg10(), result.coverage20(), result.tieRate());
        }
        state.exposure().read().writeTo(out);
        if (state.adjuster().isPresent()) {
            state.adjuster().get().writeState(out);
        }
        addMembers(ensemble);
        out.flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(Object... values) throws IOException {
        for (Object value : values) {
            // Doubles say all their digits in text.
            out.writeUTF(value.toString());
        }
    }

    /** Each on its own thread, into a digest of its own. */
    private void addMembers(Ensemble ensemble) throws IOException {
        List<MessageDigest> parts = new ArrayList<>();
        List<FutureTask<Void>> tasks = new ArrayList<>();
        for (MemberHost host : ensemble.hosts()) {
            MessageDigest part = sha256();
            parts.add(part);
            tasks.add(host.writeState(into(part)));
        }
        tasks.forEach(OwnerThread::wait);
        for (MessageDigest part : parts) {
            out.write(part.digest());
        }
    }

    /** In large pieces, for a digest of single numbers takes an age. */
    private static DataOutputStream into(MessageDigest digest) {
        return new DataOutputStream(
                new BufferedOutputStream(
                        new DigestOutputStream(OutputStream.nullOutputStream(), digest),
                        BUFFER_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
