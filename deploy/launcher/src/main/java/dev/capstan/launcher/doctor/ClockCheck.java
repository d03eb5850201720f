package dev.capstan.launcher.doctor;

import java.util.List;
import java.util.function.Supplier;

/**
 * Whether somebody keeps the clock right. Venues refuse requests whose time is off; Capstan measures its offset to each venue and signs with
 * venue time, but its own records carry this clock.
 */
final class ClockCheck implements Check {

    private static final String CLOCK = "clock";

    private final Supplier<KernelClock> clock;

    ClockCheck(Supplier<KernelClock> clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        KernelClock now = clock.get();
        String error = "may be wrong by " + now.maximumError().toMillis() + " ms";
        return List.of(
                now.isDisciplined()
                        ? Finding.fine(CLOCK, "kept right by a time service, " + error)
                        : Finding.care(
                                CLOCK,
                                "no time service keeps it right, by the kernel's word",
                                "run one, for example chrony or systemd-timesyncd"));
    }
}
