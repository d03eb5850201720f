package dev.capstan.simulator.binance.stream;

import dev.capstan.simulator.binance.protocol.KlineJson;
import dev.capstan.simulator.binance.protocol.TapeJson;
import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.book.MarketView;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.fault.FaultKind;
import dev.capstan.simulator.fault.Faults;
import dev.capstan.simulator.market.Candle;
import dev.capstan.simulator.market.CandleSeries;
import dev.capstan.simulator.market.Interval;
import dev.capstan.simulator.market.Klines;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who listens to which market stream, and the events they get. A name the venue does not know is taken and stays silent. */
public final class MarketStreams {

    private final Map<String, Set<StreamClient>> clients = new ConcurrentHashMap<>();
    private final VenueClock clock;
    private final Faults faults;

    public MarketStreams(VenueClock clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
    }

    public void subscribe(StreamClient client, String name) {
        clients.computeIfAbsent(name, any -> ConcurrentHashMap.newKeySet()).add(client);
    }

    public void unsubscribe(StreamClient client, String name) {
        clients.computeIfPresent(name, (any, listening) -> {
            listening.remove(client);
            return listening.isEmpty() ? null : listening;
        });
    }

    public void remove(StreamClient client) {
        of(client).forEach(name -> unsubscribe(client, name));
    }

    /** What {@code client} listens to. */
    public List<String> of(StreamClient client) {
        return clients.entrySet().stream()
                .filter(entry -> entry.getValue().contains(client))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    void trade(MarketTrade trade) {
        for (StreamName stream : listened(trade.symbol())) {
            if (stream.kind() == StreamName.Kind.TRADE) {
                publish(stream, times -> TapeJson.tradeEvent(trade, clock.micros(), times));
            } else if (stream.kind() == StreamName.Kind.AGGREGATE_TRADE) {
                publish(stream, times -> TapeJson.aggregateEvent(trade, clock.micros(), times));
            }
        }
    }

    void candleClosed(String symbol, CandleSeries series, long index) {
        for (StreamName stream : listened(symbol)) {
            Interval interval = stream.interval();
            Klines klines = Klines.closedAt(series, index).ahead(stream.zoneMillis());
            if (interval != null && klines.has(interval) && klines.closes(interval)) {
                Candle candle = klines.current(interval);
                publish(stream, times -> klineEvent(symbol, interval, candle, true, times));
            }
        }
    }

    /** Sends every kline stream its running candle. */
    public void sendRunningCandles(Exchange exchange) {
        for (String name : Set.copyOf(clients.keySet())) {
            StreamName.parse(name)
                    .filter(stream -> stream.interval() != null)
                    .ifPresent(stream -> exchange.market(stream.symbol()).ifPresent(view -> sendRunning(stream, view)));
        }
    }

    private void sendRunning(StreamName stream, MarketView view) {
        Interval interval = stream.interval();
        Klines klines = view.klines().ahead(stream.zoneMillis());
        if (interval != null && !view.position().ended() && klines.has(interval)) {
            Candle candle = klines.current(interval);
            publish(stream, times -> klineEvent(stream.symbol(), interval, candle, false, times));
        }
    }

    /** Tells everybody that the venue is about to go. */
    public void sendShutdown() {
        ObjectNode event =
                JsonNodeFactory.instance.objectNode().put("e", "serverShutdown").put("E", clock.millis());
        clients.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .forEach(client -> client.send("!serverShutdown", event.toString()));
    }

    /** The streams that somebody listens to. */
    List<StreamName> listened() {
        return clients.keySet().stream()
                .map(StreamName::parse)
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    private List<StreamName> listened(String symbol) {
        return listened().stream()
                .filter(stream -> stream.symbol().equals(symbol))
                .toList();
    }

    /** What is sent, in the unit of time that its listener wants. */
    interface Event {
        ObjectNode in(Times times);
    }

    void publish(StreamName stream, Event event) {
        if (faults.holds(FaultKind.SILENT_STREAM, stream.symbol(), null)) {
            return;
        }
        for (StreamClient client : clients.getOrDefault(stream.name(), Set.of())) {
            client.send(stream.name(), event.in(client.times()).toString());
        }
    }

    private ObjectNode klineEvent(String symbol, Interval interval, Candle candle, boolean closed, Times times) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("e", "kline")
                .put("E", times.of(clock.micros()))
                .put("s", symbol);
        json.set("k", KlineJson.event(symbol, interval.code(), candle, closed, times));
        return json;
    }
}
