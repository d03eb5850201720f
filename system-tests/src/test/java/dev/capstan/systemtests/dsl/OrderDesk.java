package dev.capstan.systemtests.dsl;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.JsonNode;

/**
 * Where somebody places orders who reads the answers. On a machine that stands still for seconds risk may not answer in time, or an order
 * may grow too old on its way to the venue; it ends then, unsent, as it must, and another one is placed, for a minute.
 */
record OrderDesk(Api api) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The form of a market order; other kinds change and add to it. */
    static Map<String, String> market(String accountId, String side, String instrumentId, String quantity) {
        return new TreeMap<>(Map.of(
                "accountId", accountId,
                "instrumentId", instrumentId,
                "side", side,
                "orderType", "MARKET",
                "timeInForce", "GTC",
                "quantity", quantity));
    }

    /** The answer of one that risk decided on, or that is refused for another reason. */
    Answer places(Map<String, String> order) {
        return patiently("an order that risk decides").until(() -> once(order), answer -> !isUndecided(answer));
    }

    /** One that reaches the venue, or ends for another reason than its age. */
    Answer sends(Map<String, String> order) {
        return patiently("an order to reach the venue")
                .until(() -> places(order).expect(201), placed -> !grewTooOld(placed.text("orderId")));
    }

    /** Whatever the answer. */
    Answer once(Map<String, String> order) {
        return api.post("/api/orders", order);
    }

    JsonNode order(String orderId) {
        return api.get("/api/orders/" + orderId).expect(200).body();
    }

    private static ConditionFactory patiently(String what) {
        return await(what).atMost(PATIENCE).pollDelay(Duration.ZERO);
    }

    private static boolean isUndecided(Answer answer) {
        boolean undecided = answer.status() == 422 && "RISK_UNAVAILABLE".equals(answer.text("reason"));
        if (undecided) {
            System.out.printf("placed again: risk did not answer in time for order %s%n", answer.text("orderId"));
        }
        return undecided;
    }

    private boolean grewTooOld(String orderId) {
        JsonNode order = await("order " + orderId + " on its way")
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(
                        () -> order(orderId),
                        now -> now.path("submitAttempt").asInt() > 0 || TradingAccount.isOver(now));
        boolean tooOld = order.path("submitAttempt").asInt() == 0
                && "SUBMIT_TOO_LATE".equals(order.path("endReason").asString());
        if (tooOld) {
            System.out.printf("placed again: order %s grew too old before it was sent%n", orderId);
        }
        return tooOld;
    }
}
