package dev.capstan.marketdata.feed;

import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.marketdata.binance.Kline;
import dev.capstan.marketdata.binance.StreamMessage;
import dev.capstan.marketdata.intake.CandleIntake;
import dev.capstan.marketdata.intake.VenueCandles;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes events of what the venue says and hands them on without waiting. */
@Component
class MessageRouter {

    private static final Logger LOG = LoggerFactory.getLogger(MessageRouter.class);

    private final FeedSettings settings;
    private final FeedLease lease;
    private final FeedMonitor monitor;
    private final MarketPublisher publisher;
    private final CandleIntake intake;

    MessageRouter(
            FeedSettings settings,
            FeedLease lease,
            FeedMonitor monitor,
            MarketPublisher publisher,
            CandleIntake intake) {
        this.settings = settings;
        this.lease = lease;
        this.monitor = monitor;
        this.publisher = publisher;
        this.intake = intake;
    }

    /** A process that was paused finds old frames in its socket and its lease gone: those are no longer ours to publish. */
    void route(StreamMessage message) {
        if (!lease.isHeld()) {
            return;
        }
        switch (message) {
            case StreamMessage.Trade trade -> tick(trade);
            case StreamMessage.KlineUpdate update -> candle(update);
            case StreamMessage.Unreadable unreadable -> unreadable(unreadable);
            case StreamMessage.ServerShutdown _ -> LOG.info("the venue announced its shutdown");
            case StreamMessage.Other other -> LOG.debug("not for us: {}", other);
        }
    }

    private void tick(StreamMessage.Trade trade) {
        Instant receivedAt = monitor.received(trade.occurredAt());
        monitor.tick();
        publisher.publish(new TickEvent(
                trade.instrumentId(),
                settings.marketEpoch(),
                trade.lastPrice(),
                trade.lastQuantity(),
                settings.marketSpeed(),
                trade.occurredAt(),
                receivedAt));
    }

    private void candle(StreamMessage.KlineUpdate update) {
        Instant receivedAt = monitor.received(update.occurredAt());
        if (update.closed()) {
            monitor.candle();
            offer(update.kline(), receivedAt);
        }
    }

    private void offer(Kline kline, Instant receivedAt) {
        try {
            intake.offer(VenueCandles.of(kline, settings.marketEpoch(), receivedAt));
        } catch (IllegalArgumentException e) {
            unreadable(new StreamMessage.Unreadable(kline + ": " + e.getMessage()));
        }
    }

    private void unreadable(StreamMessage.Unreadable frame) {
        monitor.unreadable();
        LOG.warn("a frame of the feed is unreadable: {}", frame.reason());
    }
}
