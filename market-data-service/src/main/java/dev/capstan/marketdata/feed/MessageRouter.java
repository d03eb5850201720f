package dev.capstan.marketdata.feed;

import dev.capstan.contracts.marketdata.CandleEvent;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.marketdata.binance.StreamMessage;
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

    MessageRouter(FeedSettings settings, FeedLease lease, FeedMonitor monitor, MarketPublisher publisher) {
        this.settings = settings;
        this.lease = lease;
        this.monitor = monitor;
        this.publisher = publisher;
    }

    /** A process that was paused finds old frames in its socket and its lease gone: those are no longer ours to publish. */
    void route(StreamMessage message) {
        if (!lease.isHeld()) {
            return;
        }
        switch (message) {
            case StreamMessage.Trade trade -> tick(trade);
            case StreamMessage.Kline kline -> candle(kline);
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

    private void candle(StreamMessage.Kline kline) {
        Instant receivedAt = monitor.received(kline.occurredAt());
        if (kline.closed()) {
            monitor.candle();
            publisher.publish(closed(kline, receivedAt));
        }
    }

    private CandleEvent closed(StreamMessage.Kline kline, Instant receivedAt) {
        return new CandleEvent(
                kline.instrumentId(),
                settings.marketEpoch(),
                kline.timeframe(),
                kline.openTime(),
                kline.closeTime(),
                kline.openPrice(),
                kline.highPrice(),
                kline.lowPrice(),
                kline.closePrice(),
                kline.volume(),
                kline.tradeCount(),
                receivedAt);
    }

    private void unreadable(StreamMessage.Unreadable frame) {
        monitor.unreadable();
        LOG.warn("a frame of the feed is unreadable: {}", frame.reason());
    }
}
