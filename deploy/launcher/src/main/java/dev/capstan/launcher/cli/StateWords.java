package dev.capstan.launcher.cli;

import dev.capstan.launcher.stack.ProcessState;

/** States in words. */
final class StateWords {

    private StateWords() {}

    static String of(ProcessState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case STARTING -> "starting";
            case READY -> "ready";
            case RESTARTING -> "restarting";
            case FAILED -> "failed";
            case STOPPED -> "stopped";
        };
    }
}
