package dev.capstan.launcher.cli;

import dev.capstan.launcher.stack.StackListener;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;

/** Shows a person how the start goes. */
interface Display extends StackListener {

    /** Lines that are drawn again at a terminal, plain lines elsewhere. */
    static Display on(PrintWriter out, boolean background, Clock clock) {
        return !background && isTerminal() ? new TerminalDisplay(out, clock) : new PlainDisplay(out, clock);
    }

    /** Whether a person sees what we write. */
    static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /** Time has passed. */
    default void tick() {}

    /** The start is over: other text follows, and later changes line by line. */
    default void leave() {}
}
