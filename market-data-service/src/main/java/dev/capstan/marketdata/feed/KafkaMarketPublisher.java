package dev.capstan.marketdata.feed;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.marketdata.CandleEvent;
import dev.capstan.contracts.marketdata.TickEvent;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
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
 * Hands events to Kafka on threads of its own, because a producer may block for a moment when the broker is away, and the reader of the
 * socket must not. Ticks and candles have a producer each: a tick is given up after seconds, a candle after minutes.
 */
final class KafkaMarketPublisher implements MarketPublisher, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaMarketPublisher.class);
    private static final int TICKS_PER_INSTRUMENT = 64;
    private static final int MOST_CANDLES = 20_000;
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(1);

    private final Producer<String, byte[]> tickProducer;
    private final Producer<String, byte[]> candleProducer;
    private final MarketRecords records;
    private final FeedMonitor monitor;
    private final TickBuffer ticks = new TickBuffer(TICKS_PER_INSTRUMENT);
    private final BlockingQueue<CandleEvent> candles = new LinkedBlockingQueue<>(MOST_CANDLES);
    private volatile @Nullable Thread tickSender;
    private volatile @Nullable Thread candleSender;

    KafkaMarketPublisher(
            Producer<String, byte[]> tickProducer,
            Producer<String, byte[]> candleProducer,
            MarketRecords records,
            FeedMonitor monitor) {
        this.tickProducer = tickProducer;
        this.candleProducer = candleProducer;
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
    public void publish(CandleEvent candle) {
        if (!candles.offer(candle)) {
            LOG.error("a closed candle of {} is lost: Kafka is away for too long", candle.instrumentId());
        }
    }

    @Override
    public void start() {
        tickSender = Thread.ofVirtual().name("tick-sender").start(() -> repeat(this::sendTick));
        candleSender = Thread.ofVirtual().name("candle-sender").start(() -> repeat(this::sendCandle));
    }

    @FunctionalInterface
    private interface Step {
        void run() throws InterruptedException;
    }

    private static void repeat(Step step) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step.run();
            }
        } catch (InterruptedException | InterruptException _) {
            LOG.debug("a sender stops");
        }
    }

    private void sendTick() throws InterruptedException {
        TickEvent tick = ticks.take();
        send(tickProducer, records.of(tick), _ -> monitor.tickDropped());
    }

    private void sendCandle() throws InterruptedException {
        CandleEvent candle = candles.take();
        send(
                candleProducer,
                records.of(candle),
                e -> LOG.error(
                        "a closed candle of {} did not reach {}: {}",
                        candle.instrumentId(),
                        Topics.CANDLE_EVENTS,
                        e.toString()));
    }

    @FunctionalInterface
    private interface Refusal {
        void because(Exception e);
    }

    private static void send(
            Producer<String, byte[]> producer, ProducerRecord<String, byte[]> message, Refusal refusal) {
        try {
            Future<RecordMetadata> _ = producer.send(message, (_, e) -> {
                if (e != null) {
                    refusal.because(e);
                }
            });
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            refusal.because(e);
        }
    }

    @Override
    public void stop() {
        interrupt(tickSender);
        interrupt(candleSender);
        tickSender = null;
        candleSender = null;
        tickProducer.close(CLOSING_LIMIT);
        candleProducer.close(CLOSING_LIMIT);
    }

    private static void interrupt(@Nullable Thread thread) {
        if (thread != null) {
            thread.interrupt();
        }
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
