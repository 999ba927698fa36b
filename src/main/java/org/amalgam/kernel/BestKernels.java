package org.amalgam.kernel;

import java.lang.reflect.InvocationTargetException;

/** Finds the fastest kernels once: looking for the module takes longer than an event. */
final class BestKernels {

    private static final String MODULE = "jdk.incubator.vector";

    /** By name, for the class cannot even be loaded without the module. */
    private static final String VECTOR_KERNELS = "org.amalgam.kernel.vector.VectorKernels";

    static final FloatKernels FOUND = find();

    private BestKernels() {}

    private static FloatKernels find() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return new PlainKernels();
        }
        try {
            return Class.forName(VECTOR_KERNELS)
                    .asSubclass(FloatKernels.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("the vector kernels do not load", e);
        }
    }
}
