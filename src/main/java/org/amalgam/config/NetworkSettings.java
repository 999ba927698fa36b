package org.amalgam.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Training of one network by packed batches of session steps against shared sampled negatives.
 *
 * @param width d, of item embeddings and of the query; a multiple of 16 keeps gemm fast
 * @param maxSteps longest part of a session that is read, from its end
 * @param epochs at most; validation may stop earlier
 * @param batchTargets targets a batch aims at
 * @param negatives sampled items shared by a batch
 * @param samplingPower α: negatives are drawn in proportion to popularity^α
 * @param loss what is minimised
 * @param learningRate Adagrad's, of the item table
 * @param encoderRate factor on {@code learningRate} for the encoder's own parameters
 * @param momentum of both
 * @param inputDropout share of embedding inputs dropped
 * @param queryDropout share of query entries dropped before scoring
 * @param queryScale factor on the encoder's output before scoring
 * @param skip factor on the last step's own input, which is added to the encoder's output: lets a
 *     network say "the same again" of items it hardly knows; 0 for none
 * @param tableRange bound of the uniform values that item rows start with; 0 for √(6/(items+d))
 * @param fineTuneRate factor on {@code learningRate} while replaying
 * @param fineTuneBatch events between two steps of fine-tuning
 * @param validationShare share of the sessions, the latest, on which the number of epochs is chosen
 *     before training on all of them; 0 trains {@code epochs} epochs
 * @param patience epochs without a better validation after which the search stops
 */
public record NetworkSettings(
        int width,
        int maxSteps,
        int epochs,
        int batchTargets,
        int negatives,
        double samplingPower,
        Loss loss,
        double learningRate,
        double encoderRate,
        double momentum,
        double inputDropout,
        double queryDropout,
        double queryScale,
        double skip,
        double tableRange,
        double fineTuneRate,
        int fineTuneBatch,
        double validationShare,
        int patience) {

    /** What training minimises. */
    public enum Loss {
        /** Cross-entropy over sampled columns with logQ correction. */
        CROSS_ENTROPY,
        /** BPR-max with score regularisation. */
        BPR_MAX
    }

    public NetworkSettings {
        require(width >= 1 && maxSteps >= 1 && epochs >= 1, "width, steps and epochs must be ≥ 1");
        require(batchTargets >= 1 && negatives >= 0, "batch must be ≥ 1, negatives ≥ 0");
        require(samplingPower >= 0 && samplingPower <= 1, "sampling power must be in [0, 1]");
        requireNonNull(loss, "loss");
        require(learningRate > 0 && encoderRate > 0, "learning rates must be above 0");
        require(momentum >= 0 && momentum < 1, "momentum must be in [0, 1)");
        require(inputDropout >= 0 && inputDropout < 1, "input dropout must be in [0, 1)");
        require(queryDropout >= 0 && queryDropout < 1, "query dropout must be in [0, 1)");
        require(queryScale > 0 && fineTuneRate >= 0, "scale must be above 0, fine-tuning ≥ 0");
        require(skip >= 0 && tableRange >= 0, "skip and table range must be ≥ 0");
        double sum = learningRate + encoderRate + queryScale + skip + tableRange + fineTuneRate;
        require(Double.isFinite(sum), "rates, scale, skip and table range must be finite");
        require(fineTuneBatch >= 1, "fine-tuning batch must be ≥ 1");
        require(validationShare >= 0 && validationShare < 1, "validation share must be in [0, 1)");
        require(patience >= 1, "patience must be ≥ 1");
    }

    /** Of the recurrent network; see {@link #lstmRecipes}. */
    public static NetworkSettings lstm() {
        return lstmRecipes().get(0);
    }

    /**
     * What the recurrent network chooses from for logs of one action: BPR-max, best on a few
     * thousand items, and cross-entropy in large steps, best on tens of thousands.
     */
    public static List<NetworkSettings> lstmRecipes() {
        NetworkSettings calm = lstmForActions();
        return List.of(bprMax(calm, 32, 0.07, 2), crossEntropy(calm));
    }

    /** Of the recurrent network for logs of several actions: its input is added to its output. */
    public static NetworkSettings lstmForActions() {
        return calm(64, 0.5, 0.3, 1, 64);
    }

    /** Of the convolutional network; see {@link #cnnRecipes}. */
    public static NetworkSettings cnn() {
        return cnnRecipes().get(0);
    }

    /** As {@link #lstmRecipes}; this network's blocks add their inputs themselves. */
    public static List<NetworkSettings> cnnRecipes() {
        NetworkSettings calm = cnnForActions();
        return List.of(bprMax(calm, 64, 0.05, 1), crossEntropy(calm));
    }

    /** Of the convolutional network for logs of several actions. */
    public static NetworkSettings cnnForActions() {
        return calm(64, 0.5, 0.3, 0, 64);
    }

    /** Of the generator, which DL4J trains: larger batches hide what a call of it costs. */
    public static NetworkSettings gan() {
        return calm(256, 1, 0.3, 0, 128);
    }

    /** GRU4Rec's settings for BPR-max, chosen anew on the last day of Yoochoose's training part. */
    private static NetworkSettings bprMax(
            NetworkSettings base, int batchTargets, double learningRate, double queryScale) {
        return base.toBuilder()
                .loss(Loss.BPR_MAX)
                .batchTargets(batchTargets)
                .samplingPower(0.3)
                .learningRate(learningRate)
                .encoderRate(1)
                .inputDropout(0.2)
                .queryDropout(0.2)
                .queryScale(queryScale)
                .skip(0)
                .tableRange(0)
                .build();
    }

    /** GRU4Rec's settings for cross-entropy, chosen anew on Diginetica's last training sessions. */
    private static NetworkSettings crossEntropy(NetworkSettings base) {
        return base.toBuilder()
                .loss(Loss.CROSS_ENTROPY)
                .batchTargets(128)
                .samplingPower(0.5)
                .learningRate(0.07)
                .encoderRate(0.5)
                .inputDropout(0.4)
                .queryDropout(0.2)
                .queryScale(8)
                .skip(0)
                .tableRange(0)
                .build();
    }

    /** Small steps, chosen on RetailRocket between 70 and 80 % of its events. */
    private static NetworkSettings calm(
            int batchTargets,
            double encoderRate,
            double inputDropout,
            double skip,
            int fineTuneBatch) {
        return new NetworkSettingsBuilder()
                .width(112)
                .maxSteps(20)
                .epochs(8)
                .batchTargets(batchTargets)
                .negatives(2048)
                .samplingPower(0.5)
                .loss(Loss.CROSS_ENTROPY)
                .learningRate(0.03)
                .encoderRate(encoderRate)
                .momentum(0.2)
                .inputDropout(inputDropout)
                .queryDropout(0.2)
                .queryScale(8)
                .skip(skip)
                .tableRange(0.1)
                .fineTuneRate(0.5)
                .fineTuneBatch(fineTuneBatch)
                .validationShare(0.08)
                .patience(2)
                .build();
    }

    /** A builder that starts with these settings. */
    public NetworkSettingsBuilder toBuilder() {
        return new NetworkSettingsBuilder()
                .width(width)
                .maxSteps(maxSteps)
                .epochs(epochs)
                .batchTargets(batchTargets)
                .negatives(negatives)
                .samplingPower(samplingPower)
                .loss(loss)
                .learningRate(learningRate)
                .encoderRate(encoderRate)
                .momentum(momentum)
                .inputDropout(inputDropout)
                .queryDropout(queryDropout)
                .queryScale(queryScale)
                .skip(skip)
                .tableRange(tableRange)
                .fineTuneRate(fineTuneRate)
                .fineTuneBatch(fineTuneBatch)
                .validationShare(validationShare)
                .patience(patience);
    }

    /** The same with another number of epochs. */
    public NetworkSettings withEpochs(int other) {
        return toBuilder().epochs(other).build();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
