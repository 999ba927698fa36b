package org.amalgam.ui.chart;

/**
 * A point of a chart that somebody wants to know more of.
 *
 * @param x what the pixel column stands for
 * @param series nearest to the point; empty without a series
 * @param sceneX where it is in the scene
 * @param sceneY likewise
 */
public record ChartPick(Span x, String series, double sceneX, double sceneY) {}
