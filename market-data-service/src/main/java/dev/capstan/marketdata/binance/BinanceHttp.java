package dev.capstan.marketdata.binance;

import dev.capstan.marketdata.instrument.VenueUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Unsigned calls: no key is needed to look at a market. */
final class BinanceHttp {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Ten calls of weight 2 to 20 a second are a fifth of what an address may spend, and an order comes from the same address. */
    private static final Duration DISTANCE = Duration.ofMillis(100);

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);
    private static final int TOO_MANY = 429;
    private static final int BANNED = 418;

    private final HttpClient http;
    private final URI baseUrl;
    private final Pace pace = new Pace(DISTANCE);

    BinanceHttp(HttpClient http, URI baseUrl) {
        this.http = http;
        this.baseUrl = baseUrl;
    }

    /**
     * The answer to a GET.
     *
     * @param path with its query, e.g. {@code /api/v3/time}
     * @throws VenueUnavailableException when there is none, or none as documented
     */
    JsonNode get(String path) throws InterruptedException {
        pace.await();
        return answer(path);
    }

    /** As {@link #get}, without waiting for a turn: how long it takes is part of what is asked. */
    JsonNode getNow(String path) throws InterruptedException {
        pace.requireNoPause();
        return answer(path);
    }

    private JsonNode answer(String path) throws InterruptedException {
        HttpResponse<String> response = send(path);
        if (response.statusCode() == TOO_MANY || response.statusCode() == BANNED) {
            pace.pause(retryAfter(response));
        }
        if (response.statusCode() != 200) {
            throw new VenueUnavailableException(path + " answered " + response.statusCode());
        }
        return json(path, response.body());
    }

    private HttpResponse<String> send(String path) throws InterruptedException {
        try {
            return http.send(
                    HttpRequest.newBuilder(baseUrl.resolve(path))
                            .timeout(TIMEOUT)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new VenueUnavailableException(path + " did not answer: " + e, e);
        }
    }

    static JsonNode json(String path, String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new VenueUnavailableException(path + " is not JSON", e);
        }
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(USUAL_PAUSE);
    }
}
