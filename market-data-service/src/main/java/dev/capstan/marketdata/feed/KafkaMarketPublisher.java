package dev.capstan.marketdata.feed;

import dev.capstan.contracts.marketdata.TickEvent;
import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hands ticks to Kafka on a thread of its own, because a producer may block for a moment when the broker is away, and the reader of the
 * socket must not.
 */
final class KafkaMarketPublisher implements MarketPublisher, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaMarketPublisher.class);
    private static final int TICKS_PER_INSTRUMENT = 64;
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(1);

    private final Producer<String, byte[]> tickProducer;
    private final MarketRecords records;
    private final FeedMonitor monitor;
    private final TickBuffer ticks = new TickBuffer(TICKS_PER_INSTRUMENT);
    private volatile @Nullable Thread tickSender;

    KafkaMarketPublisher(Producer<String, byte[]> tickProducer, MarketRecords records, FeedMonitor monitor) {
        this.tickProducer = tickProducer;
        this.records = records;
        this.monitor = monitor;
    }

    @Override
    public void publish(TickEvent tick) {
        if (!ticks.put(tick)) {
            monitor.tickDropped();
        }
    }

    @Override
    public void start() {
        tickSender = Thread.ofVirtual().name("tick-sender").start(this::sendAll);
    }

    private void sendAll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                send(records.of(ticks.take()));
            }
        } catch (InterruptedException | InterruptException _) {
            LOG.debug("the sender stops");
        }
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            Future<RecordMetadata> _ = tickProducer.send(message, (_, e) -> {
                if (e != null) {
                    monitor.tickDropped();
                }
            });
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.debug("a tick was not taken: {}", e.toString());
            monitor.tickDropped();
        }
    }

    @Override
    public void stop() {
        Thread running = tickSender;
        tickSender = null;
        if (running != null) {
            running.interrupt();
        }
        tickProducer.close(CLOSING_LIMIT);
    }

    /** Stopped after the reader, so that what it read last is still taken. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }

    @Override
    public boolean isRunning() {
        return tickSender != null;
    }
}
