package dev.capstan.systemtests.same;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.Venue;
import dev.capstan.systemtests.dsl.Witness;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever becomes of an order, ours or another client's, on one venue account: ccxt, ccxt.pro, {@code @binance/spot} and our API say the
 * same of it. Each part leaves orders behind in states of its own; in the end all of them are held against each other.
 */
class SameStatesScenario {

    private static final String INSTRUMENT = "SOLUSDT.BINANCE";
    private static final String SYMBOL = "SOLUSDT";
    private static final String CCXT = "ccxt-hmac";
    private static final String CCXT_ED25519 = "ccxt-ed25519";
    private static final String SPOT = "spot-ed25519";
    private static final String SPOT_HMAC = "spot-hmac";
    private static final List<String> CLIENTS = List.of(CCXT, CCXT_ED25519, SPOT, SPOT_HMAC);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Capstan capstan = Capstan.shared();
    private final Venue venue = capstan.venue();
    private final Set<String> theirs = new TreeSet<>();
    private BigDecimal price = BigDecimal.ZERO;

    @BeforeEach
    void holdsTheMarket() {
        Witness.install();
        price = venue.price(SYMBOL).setScale(2, RoundingMode.DOWN);
        plays("1");
    }

    @AfterEach
    void letsItPlay() {
        venue.letsPricePlay(SYMBOL);
    }

    @Test
    void ourAdapterAndOtherClientsSeeTheSameStates() {
        TradingAccount account = capstan.trader().opensTradingAccount(INSTRUMENT, "2");
        States states = new States(account);
        try (OtherClients others = new OtherClients(venue, "SOL/USDT", VenueKeys.of(venue, account))) {
            others.listen(at("0.96"));
            Set<String> before = Set.copyOf(States.readBy(CCXT, others.look()).keySet());

            marketFilledAndLimitResting(account, others);
            canceledByEitherSide(account, others);
            refused(account, others);
            expired(account, others);
            partlyFilled(account, others);
            stopLimits(account, others);
            lists(others);
            allAgree(states, others, before);
            everyStateIsThere(states);
            assertThat(states.external()).containsAll(theirs);

            assertThat(account.owner()
                            .api()
                            .post("/api/orders/cancel-all", Map.of("accountId", account.accountId()))
                            .status())
                    .isLessThan(300);
            var _ = others.cancelsAll(CCXT_ED25519);
            allAgree(states, others, before);
            assertThat(states.ours().values()).noneMatch(line -> line.startsWith("ACCEPTED"));
        }
    }

    private void marketFilledAndLimitResting(TradingAccount account, OtherClients others) {
        ours(account, "BUY", "MARKET", "1", Map.of(), "FILLED");
        placed(others.places(CCXT, "order", market("buy")));
        placed(others.places(SPOT, "order", market("SELL")));
        ours(account, "BUY", "LIMIT", "1", Map.of("limitPrice", at("0.96")), "ACCEPTED");
        placed(others.places(CCXT_ED25519, "order", limit("buy", "1", "0.96", "GTC")));
        placed(others.places(SPOT_HMAC, "order", limit("BUY", "1", "0.96", "GTC")));
    }

    private void canceledByEitherSide(TradingAccount account, OtherClients others) {
        String own = ours(account, "BUY", "LIMIT", "1", Map.of("limitPrice", at("0.961")), "ACCEPTED");
        account.owner().api().post("/api/orders/" + own + "/cancel", Map.of()).expect(200);
        account.awaitOrder(own, SOON, "CANCELED");

        String canceled = placed(others.places(CCXT, "order", limit("buy", "1", "0.961", "GTC")));
        canceled(others.cancels(CCXT, canceled));

        String taken = ours(account, "BUY", "LIMIT", "1", Map.of("limitPrice", at("0.961")), "ACCEPTED");
        canceled(others.cancels(SPOT, account.order(taken).path("venueOrderId").asString()));
        account.awaitOrder(taken, SOON, "CANCELED");
    }

    private void refused(TradingAccount account, OtherClients others) {
        String crossing = ours(account, "BUY", "POST_ONLY", "1", Map.of("limitPrice", at("1.005")), "REJECTED");
        assertThat(account.order(crossing).path("detail").asString()).contains("-2010");
        Map<String, String> maker = new TreeMap<>(limit("BUY", "1", "1.005", "GTC"));
        maker.put("type", "LIMIT_MAKER");
        maker.remove("timeInForce");
        assertThat(others.places(SPOT, "order", maker).path("code").asInt()).isEqualTo(-2010);

        Map<String, String> offTick = account.limit("BUY", INSTRUMENT, "1", at("0.96") + "5");
        assertThat(account.owner()
                        .api()
                        .post("/api/orders", offTick)
                        .expect(422)
                        .text("reason"))
                .isEqualTo("PRICE_NOT_ON_TICK");
        Map<String, String> asOffTick = new TreeMap<>(limit("BUY", "1", "0.96", "GTC"));
        asOffTick.put("price", at("0.96") + "5");
        assertThat(others.places(SPOT, "order", asOffTick).path("code").asInt()).isEqualTo(-1013);
    }

    /** An order that takes finds 0.4: what it does not get expires, or nothing of it is done at all. */
    private void expired(TradingAccount account, OtherClients others) {
        plays("1", "0.4");
        ours(account, "BUY", "LIMIT", "1", Map.of("limitPrice", at("1.005"), "timeInForce", "IOC"), "EXPIRED");
        plays("1", "0.4");
        placed(others.places(SPOT, "order", limit("BUY", "1", "1.005", "IOC")));
        plays("1", "0.4");
        ours(account, "BUY", "LIMIT", "1", Map.of("limitPrice", at("1.005"), "timeInForce", "FOK"), "EXPIRED");
        placed(others.places(CCXT, "order", limit("buy", "1", "1.005", "FOK")));
        plays("1");
    }

    /** The better bid is filled first; of ours, and of another one later, a part stays open. */
    private void partlyFilled(TradingAccount account, OtherClients others) {
        placed(others.places(CCXT, "order", limit("buy", "2", "0.98", "GTC")));
        String part = ours(account, "BUY", "LIMIT", "2", Map.of("limitPrice", at("0.975")), "ACCEPTED");
        plays("0.97", "3");
        account.awaitOrder(part, SOON, "PARTIALLY_FILLED");
        plays("1");
        placed(others.places(SPOT, "order", limit("BUY", "2", "0.98", "GTC")));
        plays("0.976", "1");
        plays("1");
    }

    private void stopLimits(TradingAccount account, OtherClients others) {
        Map<String, String> far = Map.of("triggerPrice", at("0.965"), "limitPrice", at("0.96"));
        ours(account, "SELL", "STOP_LOSS_LIMIT", "1", far, "ACCEPTED");
        placed(others.places(CCXT, "order", stopLimit("sell", "0.965", "0.96")));

        Map<String, String> near = Map.of("triggerPrice", at("0.99"), "limitPrice", at("0.985"));
        String triggered = ours(account, "SELL", "STOP_LOSS_LIMIT", "1", near, "ACCEPTED");
        placed(others.places(SPOT, "order", stopLimit("SELL", "0.99", "0.985")));
        plays("0.989");
        account.awaitOrder(triggered, SOON, "FILLED");
        plays("1");
    }

    /** One pair that stays, one bracket that runs to its target, one whose exits wait for an entry that never fills. */
    private void lists(OtherClients others) {
        placed(others.places(
                CCXT,
                "oco",
                Map.of(
                        "side", "SELL",
                        "quantity", "1",
                        "aboveType", "LIMIT_MAKER",
                        "abovePrice", at("1.05"),
                        "belowType", "STOP_LOSS",
                        "belowStopPrice", at("0.965"))));
        placed(others.places(SPOT, "otoco", bracket("0.985")));
        plays("0.984");
        plays("1.031");
        plays("1");
        placed(others.places(CCXT_ED25519, "otoco", bracket("0.962")));
    }

    /** Agreeing about nothing would prove nothing. */
    private static void everyStateIsThere(States states) {
        Set<String> executed = States.withoutFills(states.ours()).values().stream()
                .map(line -> line.replaceFirst(" 0\\..*", " part"))
                .collect(Collectors.toSet());
        assertThat(executed)
                .contains("FILLED 1", "ACCEPTED 0", "CANCELED 0", "PARTIALLY_FILLED 1", "EXPIRED part", "EXPIRED 0");
    }

    private void allAgree(States states, OtherClients others, Set<String> before) {
        await("the same states everywhere")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    JsonNode look = others.look();
                    Map<String, String> ours = states.ours();
                    for (String client : CLIENTS) {
                        assertThat(States.readBy(client, look))
                                .as("as %s reads them", client)
                                .isEqualTo(ours);
                    }
                    for (String client : List.of(CCXT, SPOT)) {
                        Map<String, String> streamed = States.streamedTo(client, look);
                        streamed.keySet().removeAll(before);
                        Map<String, String> placedSince = States.withoutFills(ours);
                        placedSince.keySet().removeAll(before);
                        assertThat(streamed).as("as %s was told", client).isEqualTo(placedSince);
                    }
                    assertThat(states.unlikeTheirTimelines()).isEmpty();
                });
    }

    /** Ours, and waits until it is in {@code status}. */
    private String ours(
            TradingAccount account,
            String side,
            String type,
            String quantity,
            Map<String, String> more,
            String status) {
        Map<String, String> order = account.market(side, INSTRUMENT, quantity);
        order.put("orderType", type);
        order.putAll(more);
        String orderId = account.places(order).expect(201).text("orderId");
        JsonNode reached = account.awaitOrder(orderId, SOON, status);
        assertThat(reached.path("external").asBoolean(true)).isFalse();
        return orderId;
    }

    /** The venue's id of what was accepted; of a list that of its first order. */
    private String placed(JsonNode answer) {
        assertThat(answer.has("code")).as(answer.toString()).isFalse();
        answer.path("orders").forEach(order -> theirs.add(order.path("orderId").asString()));
        JsonNode first = answer.path("orders").path(0);
        String id = (first.isMissingNode() ? answer : first).path("orderId").asString();
        theirs.add(id);
        return id;
    }

    private static void canceled(JsonNode answer) {
        assertThat(answer.path("status").asString()).as(answer.toString()).isEqualTo("CANCELED");
    }

    private static Map<String, String> market(String side) {
        return Map.of("type", "MARKET", "side", side, "quantity", "1");
    }

    private Map<String, String> limit(String side, String quantity, String share, String timeInForce) {
        return Map.of(
                "type", "LIMIT", "side", side, "quantity", quantity, "price", at(share), "timeInForce", timeInForce);
    }

    private Map<String, String> stopLimit(String side, String stop, String limit) {
        return Map.of(
                "type",
                "STOP_LOSS_LIMIT",
                "side",
                side,
                "quantity",
                "1",
                "price",
                at(limit),
                "stopPrice",
                at(stop),
                "timeInForce",
                "GTC");
    }

    /** An entry, and exits for what is left of it after its commission. */
    private Map<String, String> bracket(String entry) {
        Map<String, String> bracket = new TreeMap<>(Map.of(
                "workingType", "LIMIT",
                "workingSide", "BUY",
                "workingTimeInForce", "GTC",
                "workingPrice", at(entry),
                "workingQuantity", "1"));
        bracket.putAll(Map.of(
                "pendingSide", "SELL",
                "pendingQuantity", "0.999",
                "pendingAboveType", "LIMIT_MAKER",
                "pendingAbovePrice", at("1.03"),
                "pendingBelowType", "STOP_LOSS",
                "pendingBelowStopPrice", at("0.961")));
        return bracket;
    }

    private void plays(String share) {
        venue.holdsPrice(SYMBOL, new BigDecimal(at(share)));
    }

    private void plays(String share, String quantity) {
        venue.holdsPrice(SYMBOL, new BigDecimal(at(share)), quantity);
    }

    private String at(String share) {
        return price.multiply(new BigDecimal(share))
                .setScale(2, RoundingMode.DOWN)
                .toPlainString();
    }
}
