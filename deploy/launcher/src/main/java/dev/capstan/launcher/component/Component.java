package dev.capstan.launcher.component;

import dev.capstan.launcher.process.ProcessSpec;
import dev.capstan.launcher.process.Signal;
import java.time.Duration;

/** One process of the stack. Every step may be repeated: the launcher itself may be killed between any two of them. */
public interface Component {

    /** Unique in a stack and fit for a file name: {@code kafka}, {@code risk-service-2}. */
    String name();

    /** Fetches and lays out what the process needs, then says what to start. */
    ProcessSpec prepare();

    /** Whether it can do its work; asked over and over. */
    boolean isReady();

    /** What it says itself about not being ready; empty when it says nothing. */
    default String whyNotReady() {
        return "";
    }

    /** What must exist inside it before others use it, such as databases and topics. */
    default void whenReady() {}

    /** What to send to end it. */
    default Signal endSignal() {
        return Signal.TERM;
    }

    /** How long it may take from its start until it is ready. */
    default Duration readyLimit() {
        return Duration.ofSeconds(90);
    }
}
