package dev.capstan.simulator;

import dev.capstan.simulator.binance.protocol.RateLimits;
import dev.capstan.simulator.binance.protocol.Signature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One venue for all tests of a class; every test trades with an account of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SimulatorTests {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    protected VenueSimulator venue;

    @BeforeAll
    void startVenue(@TempDir Path folder) throws IOException {
        venue = VenueSimulator.start(options(folder));
    }

    @AfterAll
    void closeVenue() {
        venue.close();
    }

    protected SimulatorOptions options(Path folder) throws IOException {
        return SimulatorOptions.in(folder.resolve("data")).withLimits(RateLimits.RAISED);
    }

    protected Trader trader() {
        return new Trader(venue, "key-" + ACCOUNTS.incrementAndGet()).withAccount();
    }

    /** A connection that listens to the account of {@code trader}. */
    protected Listener userStream(Trader trader) {
        Listener listener = new Listener(venue.webSocketApiUrl());
        listener.call("userDataStream.subscribe.signature", webSocketParams(trader, Map.of()));
        return listener;
    }

    protected static Map<String, String> webSocketParams(Trader trader, Map<String, String> params) {
        Map<String, String> sorted = new TreeMap<>(params);
        sorted.put("apiKey", trader.apiKey());
        sorted.put("timestamp", Long.toString(System.currentTimeMillis()));
        String payload = Signature.webSocketPayload(sorted);
        sorted.put("signature", Signature.of(payload, trader.secretKey()));
        return sorted;
    }

    protected void holdPrice(String symbol, String price) {
        control("POST", "/control/price", "{\"symbol\":\"%s\",\"price\":\"%s\"}".formatted(symbol, price));
    }

    protected void orderFault(String json) {
        control("POST", "/control/faults", json);
    }

    protected void clearFaults() {
        control("DELETE", "/control/faults", "");
    }

    protected Trader.Answer control(String method, String path, String body) {
        Trader.Answer answer = new Trader(venue, "nobody").control(method, path, body);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }
}
