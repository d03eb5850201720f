package dev.capstan.launcher.stack;

/** Where a process of the stack stands. */
public enum ProcessState {
    /** For another one, or for its turn to boot. */
    WAITING,
    STARTING,
    READY,
    /** It died and will be started again. */
    RESTARTING,
    /** It died too often, or nobody watches over it: it stays down. */
    FAILED,
    STOPPED
}
