package dev.capstan.systemtests.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What must be true of an account after anything that went wrong. */
public final class Agreement {

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
