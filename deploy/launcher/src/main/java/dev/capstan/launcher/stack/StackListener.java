package dev.capstan.launcher.stack;

/** Hears what happens; called from several threads, must not block for long. */
public interface StackListener {

    /** A listener that does not listen. */
    StackListener NONE = status -> {};

    void changed(ProcessStatus status);

    /** Something slow is going on that belongs to no process yet, such as a download. */
    default void says(String line) {}
}
