package dev.capstan.simulator.control;

import dev.capstan.simulator.binance.operation.Later;
import dev.capstan.simulator.binance.protocol.OrderJson;
import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.binance.stream.StreamConnection;
import dev.capstan.simulator.binance.stream.UserStreams;
import dev.capstan.simulator.binance.websocket.Connections;
import dev.capstan.simulator.exchange.Account;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.VenueClock;
import dev.capstan.simulator.fault.Fault;
import dev.capstan.simulator.fault.Faults;
import dev.capstan.simulator.journal.RequestJournal;
import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.MarketClock;
import dev.capstan.trading.fill.BarVolume;
import java.util.Collection;
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
    private final Connections connections;
    private final Later later;
    private final Supplier<String> epoch;

    /**
     * @param epoch name of the market that plays now
     */
    public ControlActions(
            Exchange exchange,
            VenueClock clock,
            RequestJournal requests,
            Faults faults,
            UserStreams userStreams,
            Connections connections,
            Later later,
            Supplier<String> epoch) {
        this.exchange = exchange;
        this.clock = clock;
        this.requests = requests;
        this.faults = faults;
        this.userStreams = userStreams;
        this.connections = connections;
        this.later = later;
        this.epoch = epoch;
    }

    Map<String, ControlHandler.Action> byAddress() {
        return Map.of(
                "GET /control/ready", any -> ready(),
                "POST /control/accounts", this::openAccount,
                "GET /control/journal", this::journal,
                "GET /control/orders", this::orders,
                "GET /control/trades", this::trades,
                "POST /control/faults", this::orderFault,
                "GET /control/faults", any -> waitingFaults(),
                "DELETE /control/faults", this::clearFaults,
                "POST /control/price", this::holdPrice,
                "DELETE /control/price", this::releasePrice);
    }

    private JsonNode ready() {
        MarketClock market = exchange.marketClock();
        ObjectNode json = NODES.objectNode()
                .put("ready", true)
                .put("epoch", epoch.get())
                .put("startedAt", market.origin())
                .put("speed", market.speed() / 1_000.0)
                .put("lastRequest", requests.last());
        ArrayNode instruments = json.putArray("instruments");
        exchange.listings()
                .forEach(listing ->
                        instruments.addObject().put("symbol", listing.symbol()).put("synthetic", listing.synthetic()));
        return json;
    }

    private JsonNode openAccount(ControlRequest request) {
        request.only("apiKey", "secretKey", "balances");
        String apiKey = request.mandatory("apiKey");
        String secretKey = request.mandatory("secretKey");
        if (!apiKey.matches("[A-Za-z0-9_-]{1,128}")) {
            throw new ControlException("apiKey", "expected up to 128 letters, digits, _ or -");
        }
        Account account = exchange.open(apiKey, secretKey, request.amounts("balances"));
        if (!account.secretKey().equals(secretKey)) {
            throw new ControlException("secretKey", "differs from the one the account was opened with");
        }
        return NODES.objectNode().put("uid", account.uid()).put("apiKey", apiKey);
    }

    private JsonNode journal(ControlRequest request) {
        long from = request.queryWhole("from", 1);
        int limit = (int) Math.min(LARGEST_PAGE, request.queryWhole("limit", USUAL_PAGE));
        ObjectNode json = NODES.objectNode().put("last", requests.last());
        ArrayNode items = json.putArray("items");
        requests.read(from, limit).forEach(each -> items.add(JSON.<JsonNode>valueToTree(each)));
        return json;
    }

    private JsonNode orders(ControlRequest request) {
        Account account = account(request);
        OrderJson words = new OrderJson(Times.MICROSECOND);
        ArrayNode all = NODES.arrayNode();
        for (Listing listing : exchange.listings()) {
            exchange.orders(account, listing.symbol(), every -> every).forEach(order -> all.add(words.queried(order)));
        }
        return all;
    }

    private JsonNode trades(ControlRequest request) {
        Account account = account(request);
        OrderJson words = new OrderJson(Times.MICROSECOND);
        ArrayNode all = NODES.arrayNode();
        for (Listing listing : exchange.listings()) {
            exchange.trades(account, listing.symbol(), every -> every).forEach(trade -> all.add(words.trade(trade)));
        }
        return all;
    }

    private Account account(ControlRequest request) {
        return exchange.account(request.queryMandatory("apiKey"))
                .orElseThrow(() -> new ControlException("apiKey", "no such account"));
    }

    private JsonNode orderFault(ControlRequest request) {
        Fault fault = FaultForm.read(request);
        switch (fault.kind()) {
            case DROP_CONNECTION -> drop(fault);
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
