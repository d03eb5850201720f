package dev.capstan.marketdata.upkeep;

/** Something to do now and then. May be done again from the beginning at any point. */
interface Job {

    /** Name of its lease. */
    String name();

    /** Does all of it, asking {@code turn} between its steps and stopping when that is no longer ours. */
    void run(Turn turn) throws InterruptedException;

    /** The right to go on. */
    @FunctionalInterface
    interface Turn {
        boolean goesOn();
    }
}
