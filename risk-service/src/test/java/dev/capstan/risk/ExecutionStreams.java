package dev.capstan.risk;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.consumer.Delivered;
import dev.capstan.kit.consumer.OrderEventHandler;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.jdbc.Transactions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Execution's numbered streams, and risk's place in them, kept as the kit keeps them: repeats skipped, gaps filled from here, the place
 * moved with the effect. What a test does not deliver stays undelivered.
 */
public final class ExecutionStreams implements StreamPositions {

    private final Map<StreamKey, List<OrderEvent>> written = new ConcurrentHashMap<>();
    private final Map<StreamKey, Long> applied = new ConcurrentHashMap<>();
    private final Set<StreamKey> behind = new HashSet<>();
    private final ObjectProvider<OrderEventHandler> handler;
    private final Transactions transactions;

    public ExecutionStreams(ObjectProvider<OrderEventHandler> handler, Transactions transactions) {
        this.handler = handler;
        this.transactions = transactions;
    }

    /** Execution commits an event: it gets the next number, and nobody has seen it yet. */
    public OrderEvent write(OrderEvent event) {
        List<OrderEvent> stream = written.computeIfAbsent(event.streamKey(), key -> new ArrayList<>());
        OrderEvent numbered = OrderFixture.numbered(event, stream.size() + 1L);
        stream.add(numbered);
        return numbered;
    }

    /** Kafka hands a record over, perhaps not for the first time, perhaps ahead of others. */
    public void deliver(OrderEvent event) {
        StreamKey key = event.streamKey();
        for (long next = lastApplied("", key) + 1; next <= event.number(); next++) {
            apply(key, next);
        }
    }

    /** One poll brings all that is written up to {@code number} and not applied; it is applied in one transaction. */
    public void deliverAtOnce(StreamKey key, long number) {
        List<Delivered> batch = LongStream.rangeClosed(lastApplied("", key) + 1, number)
                .mapToObj(next -> new Delivered(event(key, next), "c" + next))
                .toList();
        transactions.run(() -> handler.getObject().applyAll(batch));
        applied.put(key, number);
    }

    public void writeAndDeliver(OrderEvent event) {
        deliver(write(event));
    }

    public long lastWritten(StreamKey key) {
        return written.getOrDefault(key, List.of()).size();
    }

    public void markBehind(StreamKey key) {
        behind.add(key);
    }

    public void park(StreamKey key, boolean parked) {
        transactions.run(() -> handler.getObject().parkingChanged(key, parked));
    }

    @Override
    public long lastApplied(String consumerName, StreamKey key) {
        return applied.getOrDefault(key, 0L);
    }

    @Override
    public boolean isParked(String consumerName, StreamKey key) {
        return false;
    }

    @Override
    public boolean isBehind(String consumerName, StreamKey key) {
        return behind.contains(key);
    }

    @Override
    public void rewind(String consumerName, StreamKey key) {
        applied.put(key, 0L);
    }

    @Override
    public long catchUp(String consumerName, StreamKey key) {
        for (long next = lastApplied(consumerName, key) + 1; next <= lastWritten(key); next++) {
            apply(key, next);
        }
        return lastApplied(consumerName, key);
    }

    @Override
    public boolean unpark(String consumerName, StreamKey key) {
        park(key, false);
        return true;
    }

    private void apply(StreamKey key, long number) {
        transactions.run(() -> handler.getObject().apply(event(key, number)));
        applied.put(key, number);
    }

    private OrderEvent event(StreamKey key, long number) {
        return written.getOrDefault(key, List.of()).get((int) number - 1);
    }
}
