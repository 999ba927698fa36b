package org.amalgam.config;

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
        require(learningRate > 0 && encoderRate > 0, "learning rates must be above 0");
        require(momentum >= 0 && momentum < 1, "momentum must be in [0, 1)");
        require(inputDropout >= 0 && inputDropout < 1, "input dropout must be in [0, 1)");
        require(queryDropout >= 0 && queryDropout < 1, "query dropout must be in [0, 1)");
        require(queryScale > 0 && fineTuneRate >= 0, "scale must be above 0, fine-tuning ≥ 0");
        require(skip >= 0 && tableRange >= 0, "skip and table range must be ≥ 0");
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
        return new NetworkSettings(
                base.width,
                base.maxSteps,
                base.epochs,
                batchTargets,
                base.negatives,
                0.3,
                Loss.BPR_MAX,
                learningRate,
                1,
                base.momentum,
                0.2,
                0.2,
                queryScale,
                0,
                0,
                base.fineTuneRate,
                base.fineTuneBatch,
                base.validationShare,
                base.patience);
    }

    /** GRU4Rec's settings for cross-entropy, chosen anew on Diginetica's last training sessions. */
    private static NetworkSettings crossEntropy(NetworkSettings base) {
        return new NetworkSettings(
                base.width,
                base.maxSteps,
                base.epochs,
                128,
                base.negatives,
                0.5,
                Loss.CROSS_ENTROPY,
                0.07,
                0.5,
                base.momentum,
                0.4,
                0.2,
                8,
                0,
                0,
                base.fineTuneRate,
                base.fineTuneBatch,
                base.validationShare,
                base.patience);
    }

    /** Small steps, chosen on RetailRocket between 70 and 80 % of its events. */
    private static NetworkSettings calm(
            int batchTargets,
            double encoderRate,
            double inputDropout,
            double skip,
            int fineTuneBatch) {
        int width = 112;
        int maxSteps = 20;
        int epochs = 8;
        int negatives = 2048;
        double samplingPower = 0.5;
        double learningRate = 0.03;
        double momentum = 0.2;
        double queryDropout = 0.2;
        double queryScale = 8;
        double tableRange = 0.1;
        double fineTuneRate = 0.5;
        double validationShare = 0.08;
        int patience = 2;
        return new NetworkSettings(
                width,
                maxSteps,
                epochs,
                batchTargets,
                negatives,
                samplingPower,
                Loss.CROSS_ENTROPY,
                learningRate,
                encoderRate,
                momentum,
                inputDropout,
                queryDropout,
                queryScale,
                skip,
                tableRange,
                fineTuneRate,
                fineTuneBatch,
                validationShare,
                patience);
    }

    /** The same with another number of epochs. */
    public NetworkSettings withEpochs(int other) {
        return new NetworkSettings(
                width,
                maxSteps,
                other,
                batchTargets,
                negatives,
                samplingPower,
                loss,
                learningRate,
                encoderRate,
                momentum,
                inputDropout,
                queryDropout,
                queryScale,
                skip,
                tableRange,
                fineTuneRate,
                fineTuneBatch,
                validationShare,
                patience);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
