package org.amalgam.ui.desk;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * Stands for the screens' thread in tests without one: the thread that makes it. What that thread
 * asks for is done at once; what others ask for, such as members that are trained side by side and
 * report, waits until it asks for something.
 */
public final class OwnThread implements Executor {

    private final Thread owner = Thread.currentThread();
    private final Queue<Runnable> fromOthers = new ConcurrentLinkedQueue<>();

    /** A runner whose work is done before the call that begins it returns. */
    public static TaskRunner runner() {
        return new TaskRunner(Runnable::run, new OwnThread());
    }

    @Override
    public void execute(Runnable work) {
        if (Thread.currentThread() != owner) {
            fromOthers.add(work);
            return;
        }
        for (Runnable before = fromOthers.poll(); before != null; before = fromOthers.poll()) {
            before.run();
        }
        work.run();
    }
}
