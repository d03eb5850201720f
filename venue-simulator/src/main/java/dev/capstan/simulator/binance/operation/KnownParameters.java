package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.ParameterErrors;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which parameters each request of the venue has. One with others is refused: a client whose misspelled {@code stopPrise} went unread
 * would believe in a stop that is not there.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/errors">-1101, -1104, -1105</a>
 */
final class KnownParameters {

    private static final Set<String> SIGNED = Set.of("timestamp", "recvWindow", "signature");
    /** What a frame carries beside the parameters of REST. */
    private static final Set<String> FRAME = Set.of("apiKey", "returnRateLimits");

    private static final String ORDER =
            "symbol side quantity newClientOrderId newOrderRespType selfTradePreventionMode";
    private static final String LIST = "symbol listClientOrderId newOrderRespType selfTradePreventionMode";
    private static final String PENDING_PAIR = "pendingSide pendingQuantity";

    private final Map<String, Set<String>> byHttp = new HashMap<>();

    KnownParameters() {
        putMarketData();
        putOrders();
        putLists();
        putAccount();
    }

    private void putMarketData() {
        put("GET /api/v3/ping", "");
        put("GET /api/v3/time", "");
        put("GET /api/v3/exchangeInfo", "symbol symbols permissions showPermissionSets symbolStatus");
        put("GET /api/v3/klines", "symbol interval startTime endTime timeZone limit");
        put("GET /api/v3/depth", "symbol limit symbolStatus");
        put("GET /api/v3/trades", "symbol limit");
        put("GET /api/v3/historicalTrades", "symbol limit fromId");
        put("GET /api/v3/aggTrades", "symbol fromId startTime endTime limit");
        put("GET /api/v3/avgPrice", "symbol");
        put("GET /api/v3/ticker/24hr", "symbol symbols type symbolStatus");
        put("GET /api/v3/ticker/price", "symbol symbols symbolStatus");
        put("GET /api/v3/ticker/bookTicker", "symbol symbols symbolStatus");
    }

    private void putOrders() {
        String replace = ORDER + " cancelReplaceMode cancelNewClientOrderId cancelOrigClientOrderId cancelOrderId"
                + " cancelRestrictions orderRateLimitExceededMode";
        put("POST /api/v3/order", ORDER, legs(""));
        put("POST /api/v3/order/test", ORDER + " computeCommissionRates", legs(""));
        put("POST /api/v3/order/cancelReplace", replace, legs(""));
        put("DELETE /api/v3/order", "symbol orderId origClientOrderId newClientOrderId cancelRestrictions");
        put("GET /api/v3/order", "symbol orderId origClientOrderId");
        put("PUT /api/v3/order/amend/keepPriority", "symbol orderId origClientOrderId newClientOrderId newQty");
        put("GET /api/v3/order/amendments", "symbol orderId fromExecutionId limit");
        put("GET /api/v3/openOrders", "symbol");
        put("DELETE /api/v3/openOrders", "symbol");
        put("GET /api/v3/allOrders", "symbol orderId startTime endTime limit");
        put("GET /api/v3/myTrades", "symbol orderId startTime endTime fromId limit");
    }

    private void putLists() {
        put("POST /api/v3/orderList/oco", LIST + " side quantity", legs("above"), legs("below"));
        put(
                "POST /api/v3/orderList/oto",
                LIST + " workingSide workingQuantity " + PENDING_PAIR,
                legs("working"),
                legs("pending"));
        put(
                "POST /api/v3/orderList/otoco",
                LIST + " workingSide workingQuantity " + PENDING_PAIR,
                legs("working"),
                legs("pendingAbove"),
                legs("pendingBelow"));
        put("DELETE /api/v3/orderList", "symbol orderListId listClientOrderId newClientOrderId");
        put("GET /api/v3/orderList", "orderListId origClientOrderId");
        put("GET /api/v3/openOrderList", "");
        put("GET /api/v3/allOrderList", "fromId startTime endTime limit");
    }

    private void putAccount() {
        put("GET /api/v3/account", "omitZeroBalances");
        put("GET /api/v3/account/commission", "symbol");
        put("GET /api/v3/rateLimit/order", "");
        put("GET /api/v3/myFilters", "symbol");
    }

    private void put(String http, String names, String... more) {
        Set<String> all = new LinkedHashSet<>();
        Stream.concat(Stream.of(names), Arrays.stream(more))
                .flatMap(each -> Arrays.stream(each.split(" ")))
                .filter(name -> !name.isEmpty())
                .forEach(all::add);
        byHttp.put(http, all);
    }

    /** The names of one order's terms, where it is one of a list. */
    private static String legs(String prefix) {
        LegNames names = LegNames.of(prefix);
        Stream<String> terms = Arrays.stream(Term.values())
                .filter(term -> prefix.isEmpty() || term != Term.QUOTE_ORDER_QTY)
                .map(names::of);
        Stream<String> own = prefix.isEmpty() ? Stream.of() : Stream.of(names.clientOrderId());
        return Stream.concat(terms, own).collect(Collectors.joining(" "));
    }

    /** Whether it is known what {@code endpoint} reads. */
    boolean knows(Endpoint endpoint) {
        return byHttp.containsKey(endpoint.http());
    }

    /**
     * Refuses a request that carries what nobody reads, or a parameter without a value.
     *
     * @throws dev.capstan.simulator.binance.protocol.ApiException in that case
     */
    void check(Endpoint endpoint, Arrival arrival) {
        Set<String> known = byHttp.get(endpoint.http());
        if (known == null) {
            return;
        }
        Map<String, String> sent = arrival.parameters().all();
        long read = sent.keySet().stream()
                .filter(name -> known.contains(name) || accompanies(endpoint, arrival, name))
                .count();
        if (read < sent.size()) {
            throw known.isEmpty() && !endpoint.role().isSigned()
                    ? ParameterErrors.tooMany(0, sent.size())
                    : ParameterErrors.unread(read, sent.size());
        }
        sent.forEach((name, value) -> {
            if (value.isEmpty()) {
                throw ParameterErrors.empty(name);
            }
        });
    }

    private static boolean accompanies(Endpoint endpoint, Arrival arrival, String name) {
        return (endpoint.role().isSigned() && SIGNED.contains(name))
                || (arrival.transport().equals("WS") && FRAME.contains(name));
    }
}
