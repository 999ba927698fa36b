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

    /** Scores kept at a time; they set how many queries go together. */
    private static final int SCORES = 1 << 22;

    private static final int MOST_QUERIES = 256;

    /** About so many cases are judged by; more would only take longer than they tell. */
    private static final int ENOUGH = 15_000;

    private final NetworkModel model;
    private final NetworkSettings settings;
    private final int items;
    private final int most;
    private final float[] scores;
    private final NativeFloats table = new NativeFloats();
    private final NativeFloats queries = new NativeFloats();
    private final NativeFloats products = new NativeFloats();
    private final Half first = new Half();
    private final Half second = new Half();

    Validation(NetworkModel model, NetworkSettings settings) {
        this.model = model;
        this.settings = settings;
        this.items = model.items.rows();
        this.most = Math.max(1, Math.min(MOST_QUERIES, SCORES / Math.max(1, items)));
        this.scores = new float[items * most];
    }

    /** How good the model is after so many epochs; ties count with their mean rank. */
    Judgement of(List<HeldOut> late, int epochs) {
        double hits = 0;
        double reciprocal = 0;
        int cases = 0;
        int size = items * settings.width();
        table.reserve(size).write(0, model.items.values(), 0, size);
        queries.reserve(most * settings.width());
        products.reserve(items * most);
        for (PackedBatch batch : batches(thinned(late))) {
            for (double rank : ranks(batch)) {
                cases++;
                hits += rank <= CUT ? 1 : 0;
                reciprocal += rank <= CUT ? 1 / rank : 0;
            }
        }
        int n = Math.max(1, cases);
        return new Judgement(epochs, cases, hits / n, reciprocal / n);
    }

    /** Of more than enough sessions some at equal distances, the same in every epoch. */
    private static List<HeldOut> thinned(List<HeldOut> late) {
        long cases = 0;
        for (HeldOut held : late) {
            cases += held.session().steps().length() - held.firstTarget();
        }
        double stride = Math.max(1, cases / (double) ENOUGH);
        List<HeldOut> some = new ArrayList<>();
        for (double at = 0; at < late.size(); at += stride) {
            some.add(late.get((int) at));
        }
        return some;
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
        for (int from = 0; from < single.size(); from += MOST_QUERIES) {
            int to = Math.min(single.size(), from + MOST_QUERIES);
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
        for (int from = 0; from < ranks.length; from += most) {
            int count = Math.min(most, ranks.length - from);
            for (int i = 0; i < count; i++) {
                queries.write(i * width, encoded, batch.targetRow(from + i) * width, width);
            }
            rank(batch, from, count, ranks);
        }
        return ranks;
    }

    private void rank(PackedBatch batch, int from, int count, double[] ranks) {
        Halves.of(items, (start, end) -> score(start, end, count));
        float[] own = new float[count];
        for (int i = 0; i < count; i++) {
            own[i] = scores[batch.target(from + i) * count + i];
        }
        Halves.of(items, first, second, (half, start, end) -> half.compare(start, end, own));
        for (int i = 0; i < count; i++) {
            float tied = items - first.different[i] - second.different[i];
            ranks[from + i] = 1 + first.above[i] + second.above[i] + (tied - 1) / 2.0;
        }
    }

    /** Fills the scores of items, [item × query]. */
    private void score(int start, int end, int count) {
        int width = settings.width();
        int at = start * count;
        Operand rows = Operand.of(table, start * width);
        Operand turned = Operand.transpose(queries, 0);
        Gemm.multiply(end - start, count, width, rows, turned, products, at, false);
        products.read(at, scores, at, (end - start) * count);
        float scale = (float) settings.queryScale();
        for (int item = start; item < end; item++) {
            float bias = model.biases.values()[item];
            for (int k = item * count; k < (item + 1) * count; k++) {
                scores[k] = scores[k] * scale + bias;
            }
        }
    }

    /** Counts over one half of the items; floats, which hold counts to 2^24, for vector code. */
    private final class Half {

        /** Makes any difference of two scores at least 1. */
        private static final float LARGE = 1e30f;

        private float[] row = new float[0];
        private float[] above = new float[0];
        private float[] different = new float[0];

        void compare(int start, int end, float[] own) {
            int count = own.length;
            row = new float[count];
            above = new float[count];
            different = new float[count];
            for (int item = start; item < end; item++) {
                System.arraycopy(scores, item * count, row, 0, count);
                for (int i = 0; i < count; i++) {
                    row[i] = (row[i] - own[i]) * LARGE;
                }
                for (int i = 0; i < count; i++) {
                    above[i] += Math.max(0f, Math.min(1f, row[i]));
                }
                for (int i = 0; i < count; i++) {
                    different[i] += Math.min(1f, Math.abs(row[i]));
                }
            }
        }
    }

    @Override
    public void close() {
        table.close();
        queries.close();
        products.close();
    }
}
