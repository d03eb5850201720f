package dev.capstan.bench.orders;

import dev.capstan.bench.figures.OpenLoop;
import dev.capstan.bench.stack.FreshToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places market orders through the gateway, each with a key of its own, when they are due and not when there is room. */
final class OrderLoad {

    private static final Pattern ORDER_ID = Pattern.compile("\"orderId\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    /**
     * One order.
     *
     * @param orderId empty when the answer was not 201
     * @param due and {@code answered} are {@link System#nanoTime}
     * @param answer status and body of any answer but 201, or what went wrong instead
     */
    record Placed(String orderId, String instrumentId, long due, long answered, String answer) {

        boolean isAccepted() {
            return !orderId.isEmpty();
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI orders;
    private final FreshToken token;
    private final String accountId;

    OrderLoad(String gateway, FreshToken token, String accountId) {
        this.orders = URI.create(gateway + "/api/orders");
        this.token = token;
        this.accountId = accountId;
    }

    Queue<Placed> run(double perSecond, Duration length) throws InterruptedException {
        Queue<Placed> placed = new ConcurrentLinkedQueue<>();
        int calls = (int) (perSecond * length.toMillis() / 1000);
        OpenLoop.run(perSecond, calls, ANSWER_LIMIT.plusSeconds(5), (index, due) -> placed.add(place(index, due)));
        return placed;
    }

    private Placed place(int index, long due) {
        String instrument = Profile.INSTRUMENTS.get(index % Profile.INSTRUMENTS.size());
        String side = index / Profile.INSTRUMENTS.size() % 2 == 0 ? "BUY" : "SELL";
        HttpRequest request = HttpRequest.newBuilder(orders)
                .timeout(ANSWER_LIMIT)
                .header("Authorization", "Bearer " + token.value())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body(instrument, side)))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            long answered = System.nanoTime();
            Matcher id = ORDER_ID.matcher(response.body());
            boolean accepted = response.statusCode() == 201 && id.find();
            return new Placed(
                    accepted ? id.group(1) : "",
                    instrument,
                    due,
                    answered,
                    accepted ? "" : response.statusCode() + " " + response.body());
        } catch (IOException failure) {
            return new Placed("", instrument, due, System.nanoTime(), failure.toString());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return new Placed("", instrument, due, System.nanoTime(), "no answer before the end of the run");
        }
    }

    private String body(String instrument, String side) {
        return """
                {"accountId":"%s","instrumentId":"%s","side":"%s","orderType":"MARKET","timeInForce":"GTC","quantity":"%s"}""".formatted(accountId, instrument, side, Profile.QUANTITIES.get(instrument));
    }
}
