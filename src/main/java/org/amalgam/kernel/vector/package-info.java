/**
 * The kernels on {@code jdk.incubator.vector}. Nobody but {@code FloatKernels} names this package,
 * and only after it has found the module: classes here do not load without it.
 */
package org.amalgam.kernel.vector;
