package dev.capstan.kit.consumer.inbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets events that no topic holds any more, so that they cannot come again. Every replica may do it; nothing is done twice. */
final class InboxPurge implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(InboxPurge.class);

    /** Topics keep records for 30 days at most. */
    private static final Duration KEEP = Duration.ofDays(35);

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("inbox-purge").factory());

    InboxPurge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        var _ = schedule.scheduleWithFixedDelay(this::purgeQuietly, 10, 60, TimeUnit.MINUTES);
    }

    private void purgeQuietly() {
        try {
            log.debug("{} old inbox rows forgotten", purge());
        } catch (DataAccessException e) {
            log.warn("Inbox was not purged, the next round will: {}", e.getMessage());
        }
    }

    /** In small steps, so that no transaction is long. */
    long purge() {
        long all = 0;
        int step;
        do {
            step = jdbc.sql("""
                            DELETE FROM inbox WHERE (consumer, event_id) IN
                                   (SELECT consumer, event_id FROM inbox
                                     WHERE received_at < now() - make_interval(days => :days) LIMIT :batch)
                            """)
                    .param("days", Math.toIntExact(KEEP.toDays()))
                    .param("batch", BATCH)
                    .update();
            all += step;
        } while (step == BATCH);
        return all;
    }

    @Override
    public void destroy() {
        schedule.shutdownNow();
    }
}
