package dev.capstan.simulator.control;

import dev.capstan.simulator.binance.protocol.OrderJson;
import dev.capstan.simulator.binance.protocol.PublicKeys;
import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.account.ApiKey;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.market.Listing;
import dev.capstan.trading.fixed.Decimal8;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the control API can do with accounts: open them, give them keys, read what they did. */
final class AccountActions {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Exchange exchange;

    AccountActions(Exchange exchange) {
        this.exchange = exchange;
    }

    Map<String, ControlHandler.Action> byAddress() {
        return Map.of(
                "POST /control/accounts", this::openAccount,
                "POST /control/keys", this::registerKey,
                "POST /control/transfers", this::transfer,
                "GET /control/orders", this::orders,
                "GET /control/trades", this::trades);
    }

    private JsonNode openAccount(ControlRequest request) {
        request.only("apiKey", "secretKey", "balances");
        String apiKey = keyName(request);
        String secretKey = request.mandatory("secretKey");
        Account account = exchange.open(apiKey, secretKey, request.amounts("balances"));
        if (!account.secretKey().equals(secretKey)) {
            throw new ControlException("secretKey", "differs from the one the account was opened with");
        }
        return NODES.objectNode().put("uid", account.uid()).put("apiKey", apiKey);
    }

    /** Gives an account another key, one with a public half. */
    private JsonNode registerKey(ControlRequest request) {
        request.only("account", "apiKey", "publicKey");
        Account account = exchange.account(request.mandatory("account"))
                .orElseThrow(() -> new ControlException("account", "no account has that key"));
        String name = keyName(request);
        String publicKey = PublicKeys.normalized(request.mandatory("publicKey"))
                .orElseThrow(() -> new ControlException("publicKey", "expected an Ed25519 or RSA key, PEM or base64"));
        ApiKey key = exchange.register(account, name, publicKey);
        if (key.account().uid() != account.uid() || !key.publicKey().equals(publicKey)) {
            throw new ControlException("apiKey", "is another key's name");
        }
        return NODES.objectNode().put("uid", account.uid()).put("apiKey", name);
    }

    /** Money that comes in or goes out without a trade. */
    private JsonNode transfer(ControlRequest request) {
        request.only("apiKey", "asset", "deposit", "withdraw");
        Account account = exchange.account(request.mandatory("apiKey"))
                .orElseThrow(() -> new ControlException("apiKey", "no such account"));
        String asset = request.mandatory("asset");
        if (!asset.matches("[A-Z0-9]{1,20}")) {
            throw new ControlException("asset", "expected upper case letters or digits");
        }
        long amount = request.decimal("deposit").orElse(0L)
                - request.decimal("withdraw").orElse(0L);
        try {
            exchange.transfer(account, asset, amount);
        } catch (RefusedException refused) {
            throw new ControlException("withdraw", "more than is free");
        }
        return NODES.objectNode().put("asset", asset).put("amount", Decimal8.text(amount));
    }

    private static String keyName(ControlRequest request) {
        String apiKey = request.mandatory("apiKey");
        if (!apiKey.matches("[A-Za-z0-9_-]{1,128}")) {
            throw new ControlException("apiKey", "expected up to 128 letters, digits, _ or -");
        }
        return apiKey;
    }

    private JsonNode orders(ControlRequest request) {
        Account account = account(request);
        OrderJson words = new OrderJson(Times.MICROSECOND);
        ArrayNode all = NODES.arrayNode();
        for (Listing listing : exchange.listings()) {
            exchange.ledger()
                    .orders(account, listing.symbol(), every -> every)
                    .forEach(order -> all.add(words.queried(order)));
        }
        return all;
    }

    private JsonNode trades(ControlRequest request) {
        Account account = account(request);
        OrderJson words = new OrderJson(Times.MICROSECOND);
        ArrayNode all = NODES.arrayNode();
        for (Listing listing : exchange.listings()) {
            exchange.ledger()
                    .trades(account, listing.symbol(), every -> every)
                    .forEach(trade -> all.add(words.trade(trade)));
        }
        return all;
    }

    private Account account(ControlRequest request) {
        return exchange.account(request.queryMandatory("apiKey"))
                .orElseThrow(() -> new ControlException("apiKey", "no such account"));
    }
}
