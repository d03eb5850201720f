package dev.capstan.kit.consumer.stream;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.jdbc.RoundTrip;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The positions of all consumers of this service, found by name. */
final class JdbcStreamPositions implements StreamPositions {

    private final Supplier<Map<String, NumberedStream>> streams;
    private final Duration grace;

    JdbcStreamPositions(Supplier<Map<String, NumberedStream>> streams, Duration grace) {
        this.streams = streams;
        this.grace = grace;
    }

    @Override
    public long lastApplied(String consumerName, StreamKey key) {
        return of(consumerName).rows().find(key).lastNumber();
    }

    @Override
    public boolean isParked(String consumerName, StreamKey key) {
        return of(consumerName).rows().find(key).parked();
    }

    @Override
    public boolean isBehind(String consumerName, StreamKey key) {
        NumberedStream stream = of(consumerName);
        return stream.consumer().isWaitingLongerThan(grace, key)
                || stream.rows().isBehindLongerThan(grace, key);
    }

    @Override
    public BooleanSupplier isBehind(String consumerName, StreamKey key, RoundTrip trip) {
        NumberedStream stream = of(consumerName);
        BooleanSupplier gap = stream.rows().isBehindLongerThan(grace, key, trip);
        return () -> stream.consumer().isWaitingLongerThan(grace, key) || gap.getAsBoolean();
    }

    @Override
    public void rewind(String consumerName, StreamKey key) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("expected the transaction that clears the figures of " + key);
        }
        PositionRows rows = of(consumerName).rows();
        rows.lock(key);
        rows.rewind(key);
    }

    @Override
    public long catchUp(String consumerName, StreamKey key) {
        refuseInTransaction();
        return of(consumerName).repair().catchUp(key);
    }

    @Override
    public boolean unpark(String consumerName, StreamKey key) {
        refuseInTransaction();
        return of(consumerName).repair().unpark(key);
    }

    private NumberedStream of(String consumerName) {
        NumberedStream stream = streams.get().get(consumerName);
        if (stream == null) {
            throw new IllegalArgumentException("there is no consumer of order events named " + consumerName);
        }
        return stream;
    }

    private static void refuseInTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("asks execution, so it must not run inside a transaction");
        }
    }
}
