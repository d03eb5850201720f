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
    /** Answers 429 and executes nothing. */
    TOO_MANY_REQUESTS(Target.PLACE),
    /** Answers 418, and whatever else is asked for a while. */
    BAN(Target.PLACE),
    /** Gives a placed order half of what it could have taken at once. */
    PARTIAL_FILL(Target.PLACE),
    /** Sends an execution report after the one that follows it. */
    REORDER_REPORTS(Target.STREAM),
    /** Says that it is about to shut down, then closes every connection and takes no new one for a while. */
    SHUT_DOWN(Target.STREAM),
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
