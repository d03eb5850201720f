package dev.capstan.gateway.idempotency;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes expired rows in small batches, so that no statement holds many locks; every replica may run it. */
@Component
class IdempotencyPurge {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyPurge.class);
    private static final int BATCH = 500;

    private final IdempotencyRecords records;

    IdempotencyPurge(IdempotencyRecords records) {
        this.records = records;
    }

    @Scheduled(fixedDelayString = "${capstan.gateway.idempotency.purge-interval:PT1M}")
    void purge() {
        try {
            int removed = BATCH;
            while (removed == BATCH) {
                removed = records.purge(BATCH);
            }
        } catch (DataAccessException e) {
            LOG.warn("expired idempotency records stay until the next round", e);
        }
    }
}
