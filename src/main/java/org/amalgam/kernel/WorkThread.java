package org.amalgam.kernel;

/** Threads that compute. */
public final class WorkThread {

    private WorkThread() {}

    /**
     * A daemon thread, not started, that lets others go first where the system heeds that: the
     * screen's thread has work of a millisecond, and must not queue for a core with those that have
     * work for minutes. The launcher sees to it for the window; elsewhere it means nothing.
     */
    @SuppressWarnings("ThreadPriorityCheck") // nothing but smoothness depends on it
    public static Thread of(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
