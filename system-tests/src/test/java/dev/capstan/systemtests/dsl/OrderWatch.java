package dev.capstan.systemtests.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Follows a buy order to its end: its share of the limits stays until then, and no fill comes after its end. */
public final class OrderWatch {

    private static final Duration RELEASE_LIMIT = Duration.ofSeconds(30);

    private final TradingAccount account;
    private final String orderId;
    private final long begin = System.nanoTime();
    private final List<String> early = new ArrayList<>();
    private boolean endedOnce;

    public OrderWatch(TradingAccount account, Answer placed) {
        this.account = account;
        this.orderId = placed.expect(201).text("orderId");
    }

    public String orderId() {
        return orderId;
    }

    /** Waits for one of these ends; afterwards nothing is reserved any more. */
    public JsonNode awaitEnd(Duration limit, String... states) {
        List<String> wanted = List.of(states);
        JsonNode ended = await("order " + orderId + " in " + wanted)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(this::look, order -> wanted.contains(order.path("status").asString()));
        assertThat(early).as("released before the end").isEmpty();
        await("release of " + orderId)
                .atMost(RELEASE_LIMIT)
                .ignoreExceptions()
                .until(() -> reserved(ended.path("instrumentId").asString()).signum() == 0);
        fillsComeFirst();
        return ended;
    }

    public long millisSoFar() {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    public List<JsonNode> timeline() {
        List<JsonNode> entries = new ArrayList<>();
        account.owner()
                .api()
                .get("/api/orders/" + orderId + "/timeline")
                .expect(200)
                .body()
                .path("items")
                .forEach(entries::add);
        return entries;
    }

    /**
     * Exposure first: an order that never ended and is open afterwards was open then. One that a late report re-opens is open in
     * execution before risk has heard of it.
     */
    private JsonNode look() {
        String instrumentId = account.order(orderId).path("instrumentId").asString();
        BigDecimal reserved = reserved(instrumentId);
        JsonNode order = account.order(orderId);
        BigDecimal open = decimal(order, "leavesQuantity");
        endedOnce |= TradingAccount.isOver(order);
        if (!endedOnce && reserved.compareTo(open) < 0) {
            early.add(order.path("status").asString() + " with " + reserved + " reserved of " + open);
        }
        return order;
    }

    private BigDecimal reserved(String instrumentId) {
        JsonNode exposure = account.owner()
                .api()
                .get("/api/risk/exposure?accountId=" + account.accountId())
                .expect(200)
                .body();
        for (JsonNode item : exposure.path("items")) {
            if (instrumentId.equals(item.path("instrumentId").asString())) {
                return decimal(item, "reservedBuyQuantity");
            }
        }
        return BigDecimal.ZERO;
    }

    /** Whatever is terminal in the timeline has all fills that it speaks of behind it. */
    private void fillsComeFirst() {
        BigDecimal filled = BigDecimal.ZERO;
        for (JsonNode entry : timeline()) {
            if (!entry.path("fill").isNull() && !entry.path("fill").isMissingNode()) {
                filled = filled.add(decimal(entry.path("fill"), "lastQuantity"));
            }
            if (TradingAccount.isOver(entry)) {
                assertThat(filled).as("fills before %s", entry).isEqualByComparingTo(decimal(entry, "filledQuantity"));
            }
        }
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asString());
    }
}
