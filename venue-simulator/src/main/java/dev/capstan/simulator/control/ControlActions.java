package dev.capstan.simulator.control;

import dev.capstan.simulator.binance.operation.Later;
import dev.capstan.simulator.binance.stream.MarketStreams;
import dev.capstan.simulator.binance.stream.StreamConnection;
import dev.capstan.simulator.binance.stream.UserStreams;
import dev.capstan.simulator.binance.websocket.Connection;
import dev.capstan.simulator.binance.websocket.Connections;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.fault.Fault;
import dev.capstan.simulator.fault.Faults;
import dev.capstan.simulator.journal.RequestJournal;
import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.MarketClock;
import dev.capstan.trading.fill.BarVolume;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the control API can do. */
public final class ControlActions {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long USUAL_PAGE = 1_000;
    private static final long LARGEST_PAGE = 10_000;

    private final Exchange exchange;
    private final VenueClock clock;
    private final RequestJournal requests;
    private final Faults faults;
    private final UserStreams userStreams;
    private final MarketStreams marketStreams;
    private final Connections connections;
    private final Later later;
    private final Supplier<String> epoch;
    private final StepActions steps;

    /**
     * @param epoch name of the market that plays now
     */
    public ControlActions(
            Exchange exchange,
            VenueClock clock,
            RequestJournal requests,
            Faults faults,
            UserStreams userStreams,
            MarketStreams marketStreams,
            Connections connections,
            Later later,
            Supplier<String> epoch) {
        this.exchange = exchange;
        this.clock = clock;
        this.requests = requests;
        this.faults = faults;
        this.userStreams = userStreams;
        this.marketStreams = marketStreams;
        this.connections = connections;
        this.later = later;
        this.epoch = epoch;
        this.steps = new StepActions(exchange, marketStreams, connections, requests);
    }

    Map<String, ControlHandler.Action> byAddress() {
        Map<String, ControlHandler.Action> all = new HashMap<>(new AccountActions(exchange).byAddress());
        all.putAll(steps.byAddress());
        all.putAll(Map.of(
                "GET /control/ready", any -> ready(),
                "GET /control/journal", this::journal,
                "POST /control/faults", this::orderFault,
                "GET /control/faults", any -> waitingFaults(),
                "DELETE /control/faults", this::clearFaults,
                "POST /control/price", this::holdPrice,
                "DELETE /control/price", this::releasePrice));
        return all;
    }

    private JsonNode ready() {
        MarketClock market = exchange.marketClock();
        ObjectNode json = NODES.objectNode()
                .put("ready", true)
                .put("epoch", epoch.get())
                .put("startedAt", market.origin())
                .put("speed", market.speed() / 1_000.0)
                .put("lastRequest", requests.last());
        steps.describe(json);
        ArrayNode instruments = json.putArray("instruments");
        exchange.listings()
                .forEach(listing ->
                        instruments.addObject().put("symbol", listing.symbol()).put("synthetic", listing.synthetic()));
        return json;
    }

    private JsonNode journal(ControlRequest request) {
        long from = request.queryWhole("from", 1);
        int limit = (int) Math.min(LARGEST_PAGE, request.queryWhole("limit", USUAL_PAGE));
        ObjectNode json = NODES.objectNode().put("last", requests.last());
        ArrayNode items = json.putArray("items");
        requests.read(from, limit).forEach(each -> items.add(JSON.<JsonNode>valueToTree(each)));
        return json;
    }

    private JsonNode orderFault(ControlRequest request) {
        Fault fault = FaultForm.read(request);
        switch (fault.kind()) {
            case DROP_CONNECTION -> drop(fault);
            case SHUT_DOWN -> shutDown(fault);
            case CLOCK_SKEW -> clock.skew(fault.millis());
            case SILENT_STREAM -> fault = silence(fault);
            default -> fault = faults.order(fault);
        }
        return FaultForm.json(fault);
    }

    private Fault silence(Fault wanted) {
        Fault fault = faults.order(wanted);
        if (fault.millis() > 0) {
            later.after(fault.millis(), () -> faults.takeBack(fault.id()));
        }
        return fault;
    }

    private void drop(Fault fault) {
        if (fault.millis() > 0) {
            connections.refuseFor(fault.millis());
        }
        Collection<? extends StreamConnection> hit =
                fault.apiKey() == null ? connections.open() : userStreams.connections(fault.apiKey());
        hit.forEach(StreamConnection::disconnect);
    }

    /** Who comes between the announcement and the end has come to another of the venue's machines, and stays. */
    private void shutDown(Fault fault) {
        marketStreams.sendShutdown();
        userStreams.sendShutdown(clock.micros());
        List<Connection> told = connections.open();
        later.after(fault.notice(), () -> {
            connections.refuseFor(fault.millis());
            connections.close(told);
        });
    }

    private JsonNode waitingFaults() {
        ArrayNode all = NODES.arrayNode();
        faults.waiting().forEach(fault -> all.add(FaultForm.json(fault)));
        return all;
    }

    /** All of them, or those of one account: others may be under test at the same time. */
    private JsonNode clearFaults(ControlRequest request) {
        Optional<String> apiKey = request.query("apiKey");
        if (apiKey.isPresent()) {
            faults.clear(apiKey.get());
            return NODES.objectNode();
        }
        faults.clear();
        clock.skew(0);
        connections.refuseFor(0);
        return NODES.objectNode();
    }

    private JsonNode holdPrice(ControlRequest request) {
        request.only("symbol", "price", "quantity");
        Listing listing = listing(request.mandatory("symbol"));
        long price = request.decimal("price").orElseThrow(() -> new ControlException("price", "must be given"));
        if (price <= 0 || price % listing.tick() != 0) {
            throw new ControlException("price", "expected a positive multiple of the tick size");
        }
        BarVolume volume = request.decimal("quantity").map(BarVolume::of).orElseGet(BarVolume::unlimited);
        exchange.hold(listing.symbol(), price, volume);
        return NODES.objectNode();
    }

    private JsonNode releasePrice(ControlRequest request) {
        exchange.release(listing(request.queryMandatory("symbol")).symbol());
        return NODES.objectNode();
    }

    private Listing listing(String symbol) {
        return exchange.listing(symbol).orElseThrow(() -> new ControlException("symbol", "not listed"));
    }
}
