package dev.capstan.simulator.fault;

import dev.capstan.simulator.fault.Fault.Target;

/** What can go wrong on demand, and what a fault of that kind waits for unless told otherwise. */
public enum FaultKind {
    /** Executes, then closes the connection unanswered. */
    LOSE_ANSWER(Target.PLACE),
    /** Takes the request, answers nothing, shows nothing, and executes later. */
    HOLD_SUBMIT(Target.PLACE),
    /** Says that an order does not exist although it does. */
    DENY_EXISTENCE(Target.QUERY),
    /** Sends an execution report twice. */
    DUPLICATE_REPORT(Target.STREAM),
    /** Cuts the WebSocket connections that are open. */
    DROP_CONNECTION(Target.STREAM),
    /** Executes at once and answers late. */
    DELAY_ANSWER(Target.PLACE),
    /** Keeps stream connections open and sends no events; what happens meanwhile is never sent. */
    SILENT_STREAM(Target.STREAM),
    /** Answers 503, executed or not. */
    ERROR_5XX(Target.PLACE),
    /** Answers with a code no document lists, executed or not. */
    UNLISTED_CODE(Target.PLACE),
    /** Runs the venue's clock ahead or behind until cleared. */
    CLOCK_SKEW(Target.CLOCK);

    private final Target target;

    FaultKind(Target target) {
        this.target = target;
    }

    /** What it waits for unless told otherwise. */
    public Target target() {
        return target;
    }
}
