package dev.capstan.simulator.binance.stream;

import dev.capstan.simulator.binance.protocol.TickerJson;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.book.Depth;
import dev.capstan.simulator.exchange.book.MarketView;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.exchange.state.VenueClock;
import java.util.Optional;

/** Tells once a second how the instruments traded lately. */
public final class TickerStreams {

    private final MarketStreams streams;
    private final Exchange exchange;
    private final VenueClock clock;

    public TickerStreams(MarketStreams streams, Exchange exchange, VenueClock clock) {
        this.streams = streams;
        this.exchange = exchange;
        this.clock = clock;
    }

    /** To be called every second. */
    public void tick() {
        streams.listened().forEach(stream -> exchange.market(stream.symbol()).ifPresent(view -> send(stream, view)));
    }

    private void send(StreamName stream, MarketView view) {
        long now = clock.micros();
        switch (stream.kind()) {
            case DAY -> exchange.depth(stream.symbol()).ifPresent(depth -> sendDay(stream, view, depth, now));
            case SHORT_DAY -> streams.publish(stream, times -> TickerJson.shortDayEvent(view, now, times));
            case AVERAGE_PRICE -> streams.publish(stream, times -> TickerJson.averageEvent(view, now, times));
            case TRADE, AGGREGATE_TRADE, KLINE, BOOK_TICKER, DEPTH, PARTIAL_DEPTH -> {}
        }
    }

    private void sendDay(StreamName stream, MarketView view, Depth depth, long now) {
        Optional<MarketTrade> last =
                exchange.lastTrades(stream.symbol(), 1).stream().findFirst();
        streams.publish(stream, times -> TickerJson.dayEvent(view, depth, last, now, times));
    }
}
