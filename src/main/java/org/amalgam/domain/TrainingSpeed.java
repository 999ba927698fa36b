package org.amalgam.domain;

/**
 * How fast a network learned, the choosing of its settings left out.
 *
 * @param targetsPerSecond items it learned to predict
 * @param gigaflops billions of floating-point operations a second in its matrix products alone; all
 *     else that it computes is not counted
 */
public record TrainingSpeed(double targetsPerSecond, double gigaflops) {}
