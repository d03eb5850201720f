package dev.capstan.systemtests.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What must be true of an account after anything that went wrong. */
public final class Agreement {

    /** Client order id, attempts less those of which it is stored that they were not sent, and the reason of the end. */
    private static final String ATTEMPTS_THAT_LEFT = "SELECT o.client_order_id || ' ' || (o.claim_attempt "
            + "- (SELECT count(*) FROM execution.order_event e WHERE e.account_id = o.account_id "
            + "AND e.instrument_id = o.instrument_id AND e.order_id = o.order_id AND e.type = 'OrderSubmitted' "
            + "AND convert_from(e.payload, 'UTF8')::jsonb ->> 'detail' LIKE '%: not sent: %') "
            + "- CASE WHEN o.claim_refusal LIKE 'not sent: %' THEN 1 ELSE 0 END) || ' ' || coalesce(o.end_reason, '-') "
            + "FROM execution.orders o WHERE o.account_id = ?::uuid AND o.claim_attempt IS NOT NULL";

    private Agreement() {}

    /** Our books become the venue's. */
    public static void awaitBooks(Capstan capstan, TradingAccount account, Duration limit) {
        await("books of " + account.accountId())
                .atMost(limit)
                .pollInterval(Duration.ofSeconds(3))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(Books.differences(capstan, account)).isEmpty());
    }

    /** No order arrived at the venue more often than it was claimed: once, but for an answer that said "certainly not executed". */
    public static void nothingWasResent(Capstan capstan, TradingAccount account) {
        Map<String, Long> arrivals = Books.arrivals(capstan, account);
        for (JsonNode order : account.orders()) {
            String id = order.path("clientOrderId").asString();
            assertThat(arrivals.getOrDefault(id, 0L))
                    .as("arrivals of %s", id)
                    .isLessThanOrEqualTo(order.path("submitAttempt").asLong());
        }
    }

    /** The same, where no answer allowed a second try. */
    public static void eachArrivedOnce(Capstan capstan, TradingAccount account) {
        assertThat(Books.arrivals(capstan, account).values()).allMatch(count -> count == 1L);
        nothingWasResent(capstan, account);
    }

    /**
     * Each attempt that left arrived once, refused ones too. Only an order of which the venue proved to know nothing may have arrived
     * less often: its attempt died on the way.
     */
    public static void eachAttemptArrivedOnce(Capstan capstan, TradingAccount account) {
        Map<String, Long> arrivals = Books.arrivals(capstan, account);
        for (String row : capstan.sql().texts(ATTEMPTS_THAT_LEFT, account.accountId())) {
            String[] words = row.split(" ", -1);
            long left = Long.parseLong(words[1]);
            long arrived = arrivals.getOrDefault(words[0], 0L);
            boolean neverArrived = "SUBMIT_NEVER_ARRIVED".equals(words[2]);
            assertThat(arrived)
                    .as("arrivals of %s, whose attempts left %d times", words[0], left)
                    .isBetween(neverArrived ? 0 : left, left);
            arrivals.remove(words[0]);
        }
        assertThat(arrivals).as("arrivals that nobody claimed").isEmpty();
    }

    /** The ledger computed anew from all events is the one that grew event by event. */
    public static void rebuildGivesTheSameHash(Capstan capstan, TradingAccount account) {
        Api portfolio = capstan.asService("risk-service", capstan.url("portfolio-service", 1));
        String path = "/internal/portfolio/hash?accountId=" + account.accountId();
        Answer before = portfolio.get(path).expect(200);
        portfolio
                .post("/internal/portfolio/rebuild", Map.of("accountId", account.accountId()))
                .expect(200);
        assertThat(portfolio.get(path).expect(200).body()).isEqualTo(before.body());
    }
}
