/**
 * Benchmarks: kernels by JMH, the replay loop as a whole, and beside them what the machine itself
 * can do, so that figures of different machines can be compared as ratios.
 */
package org.amalgam.pipeline.bench;
