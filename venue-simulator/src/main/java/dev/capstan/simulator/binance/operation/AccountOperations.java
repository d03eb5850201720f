package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.binance.protocol.FilterJson;
import dev.capstan.simulator.binance.protocol.RateLimits;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.Ledger;
import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.market.Listing;
import dev.capstan.trading.fixed.Decimal8;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an account has and how much it may still ask. */
final class AccountOperations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Ledger ledger;
    private final Symbols symbols;
    private final VenueClock clock;
    private final RateLimits limits;

    AccountOperations(Exchange exchange, VenueClock clock, RateLimits limits) {
        this.ledger = exchange.ledger();
        this.symbols = new Symbols(exchange);
        this.clock = clock;
        this.limits = limits;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("GET /api/v3/account", "account.status", Role.ACCOUNT, any -> 20, this::account),
                new Endpoint(
                        "GET /api/v3/account/commission",
                        "account.commission",
                        Role.ACCOUNT,
                        any -> 20,
                        call -> Commissions.ofAnAccount(symbols.mandatory(call.parameters()))),
                new Endpoint(
                        "GET /api/v3/rateLimit/order",
                        "account.rateLimits.orders",
                        Role.ACCOUNT,
                        any -> 40,
                        this::orderCounts),
                new Endpoint("GET /api/v3/myFilters", "myFilters", Role.ACCOUNT, any -> 40, this::filters));
    }

    /** What limits an account in one instrument; all accounts are limited alike. */
    private JsonNode filters(Call call) {
        Listing listing = symbols.listing(call.parameters());
        ObjectNode json = NODES.objectNode();
        json.set("exchangeFilters", FilterJson.ofVenue());
        json.set("symbolFilters", FilterJson.of(listing));
        json.set("assetFilters", FilterJson.ofAssets(listing));
        return json;
    }

    private JsonNode account(Call call) {
        ObjectNode json = NODES.objectNode()
                .put("makerCommission", 10)
                .put("takerCommission", 10)
                .put("buyerCommission", 0)
                .put("sellerCommission", 0);
        json.putObject("commissionRates")
                .put("maker", Commissions.RATE)
                .put("taker", Commissions.RATE)
                .put("buyer", Commissions.NO_RATE)
                .put("seller", Commissions.NO_RATE);
        json.put("canTrade", true)
                .put("canWithdraw", false)
                .put("canDeposit", false)
                .put("brokered", false)
                .put("requireSelfTradePrevention", false)
                .put("preventSor", false)
                .put("updateTime", call.times().of(clock.micros()))
                .put("accountType", "SPOT");
        json.set("balances", balances(call));
        json.putArray("permissions").add("SPOT");
        return json.put("uid", call.account().uid());
    }

    private ArrayNode balances(Call call) {
        boolean omitZero = call.parameters()
                .text("omitZeroBalances")
                .filter("true"::equals)
                .isPresent();
        ArrayNode all = NODES.arrayNode();
        for (Balance balance : ledger.balances(call.account())) {
            if (!omitZero || balance.free() != 0 || balance.locked() != 0) {
                all.addObject()
                        .put("asset", balance.asset())
                        .put("free", Decimal8.text(balance.free()))
                        .put("locked", Decimal8.text(balance.locked()));
            }
        }
        return all;
    }

    private JsonNode orderCounts(Call call) {
        return limits.orderJson(ledger.orderUsage(call.account()));
    }
}
