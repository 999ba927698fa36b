package org.amalgam.model.network;

import java.util.ArrayList;
import java.util.List;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.HeldOut;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.amalgam.model.network.Gemm.Operand;

/** HR@20 and MRR@20 of every next step of held-out sessions against the full catalogue. */
final class Validation implements AutoCloseable {

    private static final int CUT = 20;
    private static final int QUERIES = 64;
    private static final int ITEMS = 4096;

    private final NetworkModel model;
    private final NetworkSettings settings;
    private final NativeFloats table = new NativeFloats();
    private final NativeFloats queries = new NativeFloats();
    private final NativeFloats scores = new NativeFloats();

    Validation(NetworkModel model, NetworkSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /** Quality over cases; ties count with their mean rank. */
    record Quality(int cases, double hitRate, double reciprocalRank) {
        /** What early stopping looks at. */
        double mean() {
            return (hitRate + reciprocalRank) / 2;
        }
    }

    Quality of(List<HeldOut> late) {
        double hits = 0;
        double reciprocal = 0;
        int cases = 0;
        for (PackedBatch batch : batches(late)) {
            for (double rank : ranks(batch)) {
                cases++;
                hits += rank <= CUT ? 1 : 0;
                reciprocal += rank <= CUT ? 1 / rank : 0;
            }
        }
        int n = Math.max(1, cases);
        return new Quality(cases, hits / n, reciprocal / n);
    }

    /** Whole sessions are read once for all their targets; of others each target by itself. */
    private List<PackedBatch> batches(List<HeldOut> late) {
        List<Session> whole =
                late.stream().filter(h -> h.firstTarget() == 1).map(HeldOut::session).toList();
        List<PackedBatch> batches =
                new ArrayList<>(BatchPlan.of(whole, settings, model.randomOf(0)));
        List<PackedBatch.Example> single = new ArrayList<>();
        for (HeldOut held : late) {
            ItemSequence steps = held.session().steps();
            for (int at = held.firstTarget(); held.firstTarget() > 1 && at < steps.length(); at++) {
                ItemSequence read = steps.prefix(at).tail(settings.maxSteps());
                single.add(new PackedBatch.Example(read, steps.item(at)));
            }
        }
        for (int from = 0; from < single.size(); from += QUERIES) {
            int to = Math.min(single.size(), from + QUERIES);
            batches.add(PackedBatch.ofExamples(single.subList(from, to)));
        }
        return batches;
    }

    /** Mean rank of each target of the batch. */
    private double[] ranks(PackedBatch batch) {
        int width = settings.width();
        float[] rows = new float[batch.rows() * width];
        float[] encoded = new float[batch.rows() * width];
        model.inputs.gather(batch, rows);
        model.encoder.forward(batch, rows, encoded, -1);
        model.addSkip(rows, encoded, encoded.length);
        double[] ranks = new double[batch.targetCount()];
        for (int from = 0; from < ranks.length; from += QUERIES) {
            int count = Math.min(QUERIES, ranks.length - from);
            queries.reserve(QUERIES * width);
            for (int i = 0; i < count; i++) {
                queries.write(i * width, encoded, batch.targetRow(from + i) * width, width);
            }
            rank(batch, from, count, ranks);
        }
        return ranks;
    }

    private void rank(PackedBatch batch, int from, int count, double[] ranks) {
        float[] own = new float[count];
        int[] above = new int[count];
        int[] tied = new int[count];
        float[] block = new float[ITEMS * count];
        // The first pass finds the targets' own scores as the product rounds them.
        for (int pass = 0; pass < 2; pass++) {
            for (int first = 0; first < model.items.rows(); first += ITEMS) {
                int items = Math.min(ITEMS, model.items.rows() - first);
                score(first, items, count, block);
                if (pass == 0) {
                    findOwn(batch, from, first, items, block, own);
                } else {
                    compare(items, count, block, own, above, tied);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            ranks[from + i] = 1 + above[i] + (tied[i] - 1) / 2.0;
        }
    }

    private void score(int first, int items, int count, float[] block) {
        int width = settings.width();
        table.reserve(ITEMS * width).write(0, model.items.values(), first * width, items * width);
        scores.reserve(ITEMS * QUERIES);
        Gemm.multiply(
                items,
                count,
                width,
                Operand.of(table, 0),
                Operand.transpose(queries, 0),
                scores,
                0,
                false);
        scores.read(0, block, 0, items * count);
        float scale = (float) settings.queryScale();
        for (int i = 0; i < items; i++) {
            float bias = model.biases.values()[first + i];
            for (int k = i * count; k < (i + 1) * count; k++) {
                block[k] = block[k] * scale + bias;
            }
        }
    }

    private static void findOwn(
            PackedBatch batch, int from, int first, int items, float[] block, float[] own) {
        for (int i = 0; i < own.length; i++) {
            int target = batch.target(from + i) - first;
            if (target >= 0 && target < items) {
                own[i] = block[target * own.length + i];
            }
        }
    }

    private static void compare(
            int items, int count, float[] block, float[] own, int[] above, int[] tied) {
        for (int item = 0; item < items; item++) {
            int at = item * count;
            for (int i = 0; i < count; i++) {
                above[i] += block[at + i] > own[i] ? 1 : 0;
                tied[i] += block[at + i] == own[i] ? 1 : 0;
            }
        }
    }

    @Override
    public void close() {
        table.close();
        queries.close();
        scores.close();
    }
}
