package dev.capstan.risk.sweep;

import dev.capstan.risk.exposure.application.RebuildExposure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps every few seconds, and takes up rebuilds that a crash left half done. */
@Component
class SweepSchedule {

    private static final Logger log = LoggerFactory.getLogger(SweepSchedule.class);

    private final ReservationSweep sweep;
    private final RebuildExposure rebuild;

    SweepSchedule(ReservationSweep sweep, RebuildExposure rebuild) {
        this.sweep = sweep;
        this.rebuild = rebuild;
    }

    @Scheduled(
            fixedDelayString = "${capstan.risk.sweep.every:3s}",
            initialDelayString = "${capstan.risk.sweep.every:3s}")
    void run() {
        attempt("rebuild", rebuild::resume);
        attempt("sweep", sweep::run);
    }

    /** Execution or the database being away is no reason to stop sweeping: what is held stays held until the next round. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("The {} is tried again in the next round: {}", what, e.toString());
        }
    }
}
