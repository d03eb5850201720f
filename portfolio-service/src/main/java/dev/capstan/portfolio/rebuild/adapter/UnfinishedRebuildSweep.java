package dev.capstan.portfolio.rebuild.adapter;

import dev.capstan.kit.failure.Infrastructure;
import dev.capstan.portfolio.rebuild.application.RebuildBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes rebuilds that a crash or an outage interrupted. */
@Component
class UnfinishedRebuildSweep {

    private static final Logger log = LoggerFactory.getLogger(UnfinishedRebuildSweep.class);

    private final RebuildBooks rebuildBooks;

    UnfinishedRebuildSweep(RebuildBooks rebuildBooks) {
        this.rebuildBooks = rebuildBooks;
    }

    @Scheduled(fixedDelayString = "${capstan.portfolio.rebuild-sweep-interval}")
    void sweep() {
        attempt(() -> rebuildBooks.unfinished().forEach(rebuild -> attempt(() -> rebuildBooks.resume(rebuild))));
    }

    /** The next sweep tries again, and one key's trouble holds up no other's. What is away, readiness tells. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("A rebuild could not go on: {}", e.getMessage(), Infrastructure.isAway(e) ? null : e);
        }
    }
}
