package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment;
import dev.capstan.execution.venue.adapter.binance.http.BinanceVenueClient;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamSource.Access;
import dev.capstan.simulator.SimulatorOptions;
import dev.capstan.simulator.VenueSimulator;
import dev.capstan.simulator.binance.websocket.ConnectionRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator with one account on it, its control API, and our adapter connected to it. */
public final class SimulatedVenue implements AutoCloseable {

    public static final AccountId ACCOUNT = AccountId.of(new UUID(1, 1));

    private static final JsonMapper JSON = JsonMapper.builder().build();
    public static final String KEY = "venue-test-key";
    public static final String SECRET = "venue-test-secret";

    private final HttpClient http = HttpClient.newHttpClient();
    private final VenueSimulator simulator;
    private final BinanceEnvironment environment;
    private final Credential credential = new Credential(KEY, SECRET);
    private final Access access;
    private final List<BinanceEnvironment> others = new ArrayList<>();

    public SimulatedVenue(Path folder) {
        this(folder, ConnectionRules.standard());
    }

    /** One that pings and cuts its connections by these rules. */
    public SimulatedVenue(Path folder, ConnectionRules rules) {
        simulator = VenueSimulator.start(SimulatorOptions.in(folder).withConnections(rules));
        openAccount(KEY, SECRET, "{\"USDT\":\"1000000\",\"BTC\":\"10\"}");
        environment = new BinanceEnvironment(
                AccountKind.PAPER,
                URI.create(simulator.restUrl()),
                URI.create(simulator.webSocketApiUrl()),
                Clock.systemUTC());
        access = new Access(environment, credential, 1, client());
        environment.refresh();
        price("BTCUSDT", "30000.00");
    }

    public BinanceEnvironment environment() {
        return environment;
    }

    public BinanceVenueClient client() {
        return new BinanceVenueClient(ACCOUNT, environment, credential);
    }

    /** The same each time, as long as the keys are. */
    public Access access() {
        return access;
    }

    /** With the same keys, made once more. */
    public Access accessAnew() {
        return new Access(environment, credential, access.keysVersion(), client());
    }

    /** The same account, its streams by way of another address. */
    public Access accessBy(URI webSocketApi) {
        BinanceEnvironment other = new BinanceEnvironment(
                AccountKind.PAPER, URI.create(simulator.restUrl()), webSocketApi, Clock.systemUTC());
        others.add(other);
        other.refresh();
        return new Access(other, credential, 1, client());
    }

    public String restUrl() {
        return simulator.restUrl();
    }

    public String webSocketApiUrl() {
        return simulator.webSocketApiUrl();
    }

    /** Orders a fault, e.g. {@code "kind":"LOSE_ANSWER"}. */
    public void fault(String fields) {
        control("POST", "/control/faults", "{" + fields + "}");
    }

    public void clearFaults() {
        control("DELETE", "/control/faults", null);
    }

    /** Another account on the venue, with these balances as JSON. */
    public void openAccount(String apiKey, String secretKey, String balances) {
        control("POST", "/control/accounts", """
                {"apiKey":"%s","secretKey":"%s","balances":%s}""".formatted(apiKey, secretKey, balances));
    }

    /** Holds the market where only so much trades. */
    public void price(String symbol, String price, String quantity) {
        control(
                "POST",
                "/control/price",
                "{\"symbol\":\"%s\",\"price\":\"%s\",\"quantity\":\"%s\"}".formatted(symbol, price, quantity));
    }

    public void price(String symbol, String price) {
        control("POST", "/control/price", "{\"symbol\":\"%s\",\"price\":\"%s\"}".formatted(symbol, price));
    }

    /** How often a new order with this id arrived, refused ones too. */
    public long submitsOf(ClientOrderId clientOrderId) {
        JsonNode items = JSON.readTree(control("GET", "/control/journal?limit=10000", null))
                .path("items");
        return items.valueStream()
                .filter(item -> item.path("method").asString().equals("POST"))
                .filter(item -> item.path("parameters")
                        .path("newClientOrderId")
                        .asString("")
                        .equals(clientOrderId.text()))
                .count();
    }

    /** How often somebody subscribed to the user data stream. */
    public long streamSubscriptions() {
        return JSON.readTree(control("GET", "/control/journal?limit=10000", null))
                .path("items")
                .valueStream()
                .filter(item -> item.path("path").asString("").contains("userDataStream.subscribe")
                        || item.path("method").asString("").contains("userDataStream.subscribe"))
                .count();
    }

    private String control(String method, String path, @Nullable String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.controlUrl() + path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        others.forEach(BinanceEnvironment::close);
        environment.close();
        simulator.close();
        http.close();
    }
}
