package org.amalgam.config;

import org.amalgam.config.NetworkSettings.Loss;

/**
 * Changes some of a network's settings by name; see {@link NetworkSettings#toBuilder}. What they
 * mean and may be is said there, and checked by {@link #build}. Not thread-safe.
 */
public final class NetworkSettingsBuilder {

    private int width;
    private int maxSteps;
    private int epochs;
    private int batchTargets;
    private int negatives;
    private double samplingPower;
    private Loss loss;
    private double learningRate;
    private double encoderRate;
    private double momentum;
    private double inputDropout;
    private double queryDropout;
    private double queryScale;
    private double skip;
    private double tableRange;
    private double fineTuneRate;
    private int fineTuneBatch;
    private double validationShare;
    private int patience;

    /** Every setting must be given. */
    NetworkSettingsBuilder() {}

    public NetworkSettingsBuilder width(int value) {
        width = value;
        return this;
    }

    public NetworkSettingsBuilder maxSteps(int value) {
        maxSteps = value;
        return this;
    }

    public NetworkSettingsBuilder epochs(int value) {
        epochs = value;
        return this;
    }

    public NetworkSettingsBuilder batchTargets(int value) {
        batchTargets = value;
        return this;
    }

    public NetworkSettingsBuilder negatives(int value) {
        negatives = value;
        return this;
    }

    public NetworkSettingsBuilder samplingPower(double value) {
        samplingPower = value;
        return this;
    }

    public NetworkSettingsBuilder loss(Loss value) {
        loss = value;
        return this;
    }

    public NetworkSettingsBuilder learningRate(double value) {
        learningRate = value;
        return this;
    }

    public NetworkSettingsBuilder encoderRate(double value) {
        encoderRate = value;
        return this;
    }

    public NetworkSettingsBuilder momentum(double value) {
        momentum = value;
        return this;
    }

    public NetworkSettingsBuilder inputDropout(double value) {
        inputDropout = value;
        return this;
    }

    public NetworkSettingsBuilder queryDropout(double value) {
        queryDropout = value;
        return this;
    }

    public NetworkSettingsBuilder queryScale(double value) {
        queryScale = value;
        return this;
    }

    public NetworkSettingsBuilder skip(double value) {
        skip = value;
        return this;
    }

    public NetworkSettingsBuilder tableRange(double value) {
        tableRange = value;
        return this;
    }

    public NetworkSettingsBuilder fineTuneRate(double value) {
        fineTuneRate = value;
        return this;
    }

    public NetworkSettingsBuilder fineTuneBatch(int value) {
        fineTuneBatch = value;
        return this;
    }

    public NetworkSettingsBuilder validationShare(double value) {
        validationShare = value;
        return this;
    }

    public NetworkSettingsBuilder patience(int value) {
        patience = value;
        return this;
    }

    /**
     * The settings.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public NetworkSettings build() {
        return new NetworkSettings(
                width,
                maxSteps,
                epochs,
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
}
