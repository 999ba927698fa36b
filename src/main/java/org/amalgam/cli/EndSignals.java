package org.amalgam.cli;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * Ctrl-C and the request to terminate, heard as long as this is open instead of ending the program.
 * A hook of the virtual machine would not do: once it goes down, libraries that a report needs
 * refuse to start. The class that hears signals is not part of the Java platform's specification,
 * and the compiler refuses it, so it is looked up by name; without it signals do what they always
 * do. Belongs to one thread.
 */
final class EndSignals implements AutoCloseable {

    private static final List<String> NAMES = List.of("INT", "TERM");

    private record Heard(String name, Object before) {}

    private final List<Heard> heard = new ArrayList<>();

    /**
     * @param asked run on a thread of its own each time
     */
    EndSignals(Runnable asked) {
        for (String name : NAMES) {
            try {
                Class<?> handler = Class.forName("sun.misc.SignalHandler");
                Object calling =
                        Proxy.newProxyInstance(
                                handler.getClassLoader(),
                                new Class<?>[] {handler},
                                (proxy, method, arguments) -> {
                                    asked.run();
                                    return null;
                                });
                heard.add(new Heard(name, handle(name, calling)));
            } catch (ReflectiveOperationException e) {
                return; // as told above
            }
        }
    }

    /** Sets who hears a signal; returns who did before. */
    private static Object handle(String name, Object handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        return signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"))
                .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
    }

    @Override
    public void close() {
        for (Heard one : heard) {
            try {
                handle(one.name(), one.before());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("giving back the signal " + one.name(), e);
            }
        }
        heard.clear();
    }
}
