/**
 * Charts for live data: the model (bounded series, ranges, ticks, label places, rasters) knows no
 * JavaFX; {@link org.amalgam.ui.chart.LiveChart} alone puts it on the screen.
 */
package org.amalgam.ui.chart;
