package dev.capstan.systemtests.dsl;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The simulated venue through its control address: what a test may know and do, and a trader may not. */
public final class Venue {

    private final int port;
    private final Api control;

    Venue(int port, int controlPort) {
        this.port = port;
        this.control = new Api("http://127.0.0.1:" + controlPort, () -> "none");
    }

    /** Where clients of the venue connect. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void opensAccount(String apiKey, String secretKey, Map<String, String> balances) {
        control.post("/control/accounts", Map.of("apiKey", apiKey, "secretKey", secretKey, "balances", balances))
                .expect(200);
    }

    /** Gives the account another key, of which the venue keeps the public half (base64). */
    public void registersKey(TradingAccount account, String apiKey, String publicKey) {
        control.post("/control/keys", Map.of("account", account.apiKey(), "apiKey", apiKey, "publicKey", publicKey))
                .expect(200);
    }

    /** Orders a fault of this kind for the account's next matching request, with more fields as the kind wants them. */
    public void willMisbehave(String kind, TradingAccount account, Map<String, ?> more) {
        Map<String, Object> fault = new TreeMap<>(more);
        fault.put("kind", kind);
        fault.put("apiKey", account.apiKey());
        control.post("/control/faults", fault).expect(200);
    }

    public void willMisbehave(String kind, TradingAccount account) {
        willMisbehave(kind, account, Map.of());
    }

    /** Orders a fault that is about nobody's account. */
    public void willMisbehave(String kind, Map<String, ?> more) {
        Map<String, Object> fault = new TreeMap<>(more);
        fault.put("kind", kind);
        control.post("/control/faults", fault).expect(200);
    }

    /** Towards this account; others may be under test at the same time. */
    public void behavesAgain(TradingAccount account) {
        control.delete("/control/faults?apiKey=" + account.apiKey()).expect(200);
    }

    public void behavesAgain() {
        control.delete("/control/faults").expect(200);
    }

    /** The price now playing. */
    public BigDecimal price(String symbol) {
        return new BigDecimal(new Api(url(), () -> "none")
                .get("/api/v3/ticker/price?symbol=" + symbol)
                .expect(200)
                .text("price"));
    }

    /** Stops the market of the symbol at this price, with as much to trade as anybody wants. */
    public void holdsPrice(String symbol, BigDecimal price) {
        holds(Map.of("symbol", symbol, "price", price.toPlainString()));
    }

    /** Stops the market of the symbol at this price, where only so much trades. */
    public void holdsPrice(String symbol, BigDecimal price, String quantity) {
        holds(Map.of("symbol", symbol, "price", price.toPlainString(), "quantity", quantity));
    }

    /** Said again where the connection was one to a venue that has been restarted since: a price that is held twice is held. */
    private void holds(Map<String, String> price) {
        try {
            control.post("/control/price", price).expect(200);
        } catch (UncheckedIOException stale) {
            control.post("/control/price", price).expect(200);
        }
    }

    /** Lets the market of the symbol play again. */
    public void letsPricePlay(String symbol) {
        control.delete("/control/price?symbol=" + symbol).expect(200);
    }

    /** Everything the account ever placed, as the venue's own books say. */
    public List<JsonNode> orders(TradingAccount account) {
        return list("/control/orders?apiKey=" + account.apiKey());
    }

    public List<JsonNode> trades(TradingAccount account) {
        return trades(account.apiKey());
    }

    /** Of the account that this key is for. */
    public List<JsonNode> trades(String apiKey) {
        return list("/control/trades?apiKey=" + apiKey);
    }

    /** Every signed request of the account as it arrived, refused ones too, in order. */
    public List<JsonNode> journal(TradingAccount account) {
        List<JsonNode> all = new ArrayList<>();
        long from = 1;
        List<JsonNode> page;
        do {
            page = new ArrayList<>();
            control.get("/control/journal?from=" + from + "&limit=10000")
                    .expect(200)
                    .body()
                    .path("items")
                    .forEach(page::add);
            for (JsonNode entry : page) {
                from = Math.max(from, entry.path("sequence").asLong() + 1);
                if (account.apiKey().equals(entry.path("apiKey").asString())) {
                    all.add(entry);
                }
            }
        } while (!page.isEmpty());
        return all;
    }

    /** Close of the candle that plays now. */
    public BigDecimal lastPrice(String instrumentId) {
        String symbol = instrumentId.substring(0, instrumentId.indexOf('.'));
        JsonNode candles = new Api(url(), () -> "none")
                .get("/api/v3/klines?interval=1m&limit=1&symbol=" + symbol)
                .expect(200)
                .body();
        return new BigDecimal(candles.path(0).path(4).asString());
    }

    private List<JsonNode> list(String path) {
        List<JsonNode> all = new ArrayList<>();
        control.get(path).expect(200).body().forEach(all::add);
        return all;
    }
}
