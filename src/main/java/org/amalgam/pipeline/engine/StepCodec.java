package org.amalgam.pipeline.engine;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusedRanking;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.TargetRank;

/**
 * Scored steps as bytes. Event, window and weights are left out, for whoever tells the steps again
 * has them, and so are scores and shares of the list that was shown. Names are kept once, in the
 * codec, so only the one that encoded a step decodes it.
 */
final class StepCodec {

    private static final byte NONE = -1;

    private final List<String> names = new ArrayList<>();
    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    StepCodec() {
        numbers.defaultReturnValue(NONE);
    }

    byte[] encode(ScoredStep step) {
        bytes.reset();
        try {
            write(step);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private void write(ScoredStep step) throws IOException {
        StepOutcome outcome = step.outcome();
        out.writeBoolean(outcome.opensSession());
        out.writeBoolean(outcome.targetKnown());
        out.writeByte(outcome.fused().map(shown -> number(shown.ranker())).orElse(NONE));
        out.writeByte(step.rankers().size());
        for (String ranker : step.rankers()) {
            out.writeByte(number(ranker));
            writeRank(outcome.ranks().get(ranker));
            writeTop(step.tops().get(ranker));
            writeReason(outcome.abstentions().get(ranker));
        }
        out.writeByte(outcome.stageNanos().size());
        for (Map.Entry<String, Long> stage : outcome.stageNanos().entrySet()) {
            out.writeByte(number(stage.getKey()));
            out.writeLong(stage.getValue());
        }
    }

    private void writeRank(TargetRank rank) throws IOException {
        out.writeInt(rank == null ? NONE : rank.tied());
        if (rank != null) {
            out.writeDouble(rank.meanRank());
        }
    }

    private void writeTop(int[] top) throws IOException {
        out.writeInt(top == null ? NONE : top.length);
        if (top != null) {
            for (int item : top) {
                out.writeInt(item);
            }
        }
    }

    private void writeReason(String reason) throws IOException {
        byte[] text = reason == null ? null : reason.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text == null ? NONE : text.length);
        if (text != null) {
            out.write(text);
        }
    }

    /** Names are few: rankers and stages. */
    private byte number(String name) {
        int known = numbers.getInt(name);
        if (known == NONE) {
            known = names.size();
            names.add(name);
            numbers.put(name, known);
        }
        if (known > Byte.MAX_VALUE) {
            throw new IllegalStateException("more than " + names.size() + " rankers and stages");
        }
        return (byte) known;
    }

    ScoredStep decode(ByteBuffer in, Event event, FeatureWindow window, FusionWeights weights) {
        boolean opensSession = in.get() != 0;
        boolean targetKnown = in.get() != 0;
        byte shown = in.get();
        Map<String, TargetRank> ranks = new LinkedHashMap<>();
        Map<String, int[]> tops = new LinkedHashMap<>();
        Map<String, String> abstentions = new LinkedHashMap<>();
        List<String> rankers = new ArrayList<>();
        for (int left = in.get(); left > 0; left--) {
            String ranker = names.get(in.get());
            rankers.add(ranker);
            readRank(in, ranker, ranks);
            readTop(in, ranker, tops);
            readReason(in, ranker, abstentions);
        }
        Map<String, Long> nanos = new LinkedHashMap<>();
        for (int left = in.get(); left > 0; left--) {
            nanos.put(names.get(in.get()), in.getLong());
        }
        StepOutcome outcome =
                new StepOutcome(
                        event,
                        window,
                        opensSession,
                        targetKnown,
                        ranks,
                        abstentions,
                        shown == NONE ? Optional.empty() : Optional.of(shown(shown)),
                        weights,
                        nanos);
        return new ScoredStep(outcome, rankers, tops);
    }

    private static void readRank(ByteBuffer in, String ranker, Map<String, TargetRank> ranks) {
        int tied = in.getInt();
        if (tied != NONE) {
            ranks.put(ranker, new TargetRank(in.getDouble(), tied));
        }
    }

    private static void readTop(ByteBuffer in, String ranker, Map<String, int[]> tops) {
        int length = in.getInt();
        if (length != NONE) {
            int[] top = new int[length];
            for (int place = 0; place < length; place++) {
                top[place] = in.getInt();
            }
            tops.put(ranker, top);
        }
    }

    private static void readReason(ByteBuffer in, String ranker, Map<String, String> reasons) {
        int length = in.getInt();
        if (length != NONE) {
            byte[] text = new byte[length];
            in.get(text);
            reasons.put(ranker, new String(text, StandardCharsets.UTF_8));
        }
    }

    /** Whose list it was; the list itself is among the tops. */
    private FusedRanking shown(byte number) {
        return new FusedRanking(names.get(number), List.of());
    }
}
