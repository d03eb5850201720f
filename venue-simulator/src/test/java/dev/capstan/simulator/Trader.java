package dev.capstan.simulator;

import dev.capstan.simulator.binance.protocol.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the venue that signs with HMAC, and knows the control API. */
final class Trader {

    static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String restUrl;
    private final String controlUrl;
    private final String apiKey;
    private final String secretKey;

    Trader(VenueSimulator venue, String apiKey) {
        this(venue.restUrl(), venue.controlUrl(), apiKey);
    }

    Trader(String restUrl, String controlUrl, String apiKey) {
        this.restUrl = restUrl;
        this.controlUrl = controlUrl;
        this.apiKey = apiKey;
        this.secretKey = "secret-of-" + apiKey;
    }

    /** Opens the account with plenty of everything. */
    Trader withAccount() {
        return withAccount("\"USDT\":\"1000000\",\"BTC\":\"10\",\"ETH\":\"100\",\"SOL\":\"1000\",\"XRP\":\"100000\"");
    }

    /**
     * With an account at the venue.
     *
     * @param balances as members of a JSON object
     */
    Trader withAccount(String balances) {
        Answer answer = control("POST", "/control/accounts", """
                {"apiKey":"%s","secretKey":"%s","balances":{%s}}""".formatted(apiKey, secretKey, balances));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return this;
    }

    record Answer(int status, JsonNode body, HttpResponse<String> response) {

        int code() {
            return body.path("code").asInt(0);
        }

        String text(String field) {
            return body.path(field).asString("");
        }
    }

    String apiKey() {
        return apiKey;
    }

    String secretKey() {
        return secretKey;
    }

    static Map<String, String> params(String... pairs) {
        Map<String, String> params = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            params.put(pairs[at], pairs[at + 1]);
        }
        return params;
    }

    Answer market(String symbol, String side, String quantity, String clientId) {
        return signed(
                "POST",
                "/api/v3/order",
                params(
                        "symbol",
                        symbol,
                        "side",
                        side,
                        "type",
                        "MARKET",
                        "quantity",
                        quantity,
                        "newClientOrderId",
                        clientId));
    }

    Answer limit(String symbol, String side, String quantity, String price, String clientId) {
        return limit(symbol, side, quantity, price, clientId, "GTC");
    }

    Answer limit(String symbol, String side, String quantity, String price, String clientId, String timeInForce) {
        return signed(
                "POST",
                "/api/v3/order",
                params(
                        "symbol",
                        symbol,
                        "side",
                        side,
                        "type",
                        "LIMIT",
                        "timeInForce",
                        timeInForce,
                        "quantity",
                        quantity,
                        "price",
                        price,
                        "newClientOrderId",
                        clientId));
    }

    Answer query(String symbol, String clientId) {
        return signed("GET", "/api/v3/order", params("symbol", symbol, "origClientOrderId", clientId));
    }

    Answer cancel(String symbol, String clientId) {
        return signed("DELETE", "/api/v3/order", params("symbol", symbol, "origClientOrderId", clientId));
    }

    Answer account() {
        return signed("GET", "/api/v3/account", params());
    }

    /** Free and locked part. */
    String balance(String asset) {
        for (JsonNode each : account().body().path("balances")) {
            if (each.path("asset").asString().equals(asset)) {
                return each.path("free").asString() + " " + each.path("locked").asString();
            }
        }
        return "none";
    }

    Map<String, String> signedParams(Map<String, String> params) {
        Map<String, String> all = new LinkedHashMap<>(params);
        all.putIfAbsent("timestamp", Long.toString(System.currentTimeMillis()));
        all.put("signature", Signature.of(encoded(all), secretKey));
        return all;
    }

    Answer signed(String method, String path, Map<String, String> params) {
        return send(method, path + "?" + encoded(signedParams(params)), "", apiKey);
    }

    Answer open(String path) {
        return send("GET", path, "", "");
    }

    static String encoded(Map<String, String> params) {
        return params.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Answer send(String method, String pathAndQuery, String body, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(restUrl + pathAndQuery))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("X-MBX-APIKEY", key);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        return send(request.build());
    }

    Answer control(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(controlUrl + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
