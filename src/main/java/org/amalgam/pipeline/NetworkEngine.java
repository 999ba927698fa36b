package org.amalgam.pipeline;

import java.util.Optional;

/**
 * What networks run on.
 *
 * @param backend of ND4J: {@code CPU} or {@code CUDA}
 * @param device the graphics device; empty on the CPU
 * @param missedDevice whether ND4J came with CUDA and found no device for it
 * @param blas library for matrix products, as ND4J names it
 * @param blasThreads of that library
 * @param lanes floats that scoring takes at once; 1 in plain Java
 * @param line all of it in a line of English, as reports have it
 */
public record NetworkEngine(
        String backend,
        Optional<String> device,
        boolean missedDevice,
        String blas,
        int blasThreads,
        int lanes,
        String line) {}
