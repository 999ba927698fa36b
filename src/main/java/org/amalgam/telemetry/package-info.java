/**
 * Latency histograms and resource use. Stages never see it: the pipeline times them from outside.
 */
package org.amalgam.telemetry;
