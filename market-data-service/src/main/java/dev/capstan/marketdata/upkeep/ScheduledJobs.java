package dev.capstan.marketdata.upkeep;

import dev.capstan.marketdata.instrument.VenueUnavailableException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Does what is due, one job after the other, if no other replica does it. */
final class ScheduledJobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledJobs.class);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

    private final List<Job> jobs;
    private final JobLease lease;
    private final Duration every;
    private volatile @Nullable Thread thread;

    ScheduledJobs(List<Job> jobs, JobLease lease, Duration every) {
        this.jobs = List.copyOf(jobs);
        this.lease = lease;
        this.every = every;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("upkeep").start(this::run);
    }

    private void run() {
        Duration look = every.compareTo(LONGEST_LOOK) < 0 ? every : LONGEST_LOOK;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(look);
                for (Job job : jobs) {
                    runIfDue(job);
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("no more upkeep");
        }
    }

    /** True when the job was due and is done. */
    boolean runIfDue(Job job) throws InterruptedException {
        try {
            if (!lease.take(job.name(), every)) {
                return false;
            }
            job.run(() -> !Thread.currentThread().isInterrupted() && lease.renew(job.name()));
            lease.end(job.name());
            return true;
        } catch (DataAccessException | VenueUnavailableException e) {
            LOG.warn("{} was not finished, the next round goes on: {}", job.name(), e.getMessage());
            return false;
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
