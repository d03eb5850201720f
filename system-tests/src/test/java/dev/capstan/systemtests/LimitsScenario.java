package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Answer;
import dev.capstan.systemtests.dsl.Api;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.Race;
import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.VenueSession;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two orders that meet at the last of a limit: one passes, at whichever replica they ask. Last of those that need no quiet machine, when at
 * most one other stack is at work: two that are to meet should not wait for a processor.
 */
@Order(Integer.MAX_VALUE - 1)
class LimitsScenario {

    private static final String ETHUSDT = "ETHUSDT.BINANCE";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration RESTART = Duration.ofMinutes(2);

    private final Capstan capstan = Capstan.shared();
    private final List<Api> replicas = List.of(
            capstan.asService("execution-service", capstan.url("risk-service", 1)),
            capstan.asService("execution-service", capstan.url("risk-service", 2)));

    @Test
    void exactlyOneOfTwoTakesTheLastOfAnInstrumentsLimit() {
        race("instrument", account -> {
            capstan.sql()
                    .update(
                            "INSERT INTO risk.instrument_limit (account_id, instrument_id, max_position_quantity, version) "
                                    + "VALUES (?::uuid, ?, 0.03, 1)",
                            account,
                            ETHUSDT);
            return List.of(request(account, ETHUSDT, "0.02"), request(account, ETHUSDT, "0.02"));
        });
    }

    @Test
    void exactlyOneOfTwoInstrumentsTakesTheLastOfTheAccountsLimit() {
        race("account", account -> {
            capstan.sql()
                    .update(
                            "INSERT INTO risk.account_limit (account_id, max_account_exposure, version) "
                                    + "VALUES (?::uuid, 90, 1)",
                            account);
            return List.of(
                    request(account, "BTCUSDT.BINANCE", worth60("BTCUSDT")),
                    request(account, ETHUSDT, worth60("ETHUSDT")));
        });
    }

    @Test
    void whatTheSecondLimitRefusesLeavesNothingReserved() {
        TradingAccount account = tradingAccount();
        limits(account, "/" + ETHUSDT, Map.of("maxPositionQuantity", "1", "version", 0));
        limits(account, "", Map.of("maxAccountExposure", "1", "version", 0));
        Answer refused = account.buys(ETHUSDT, "0.1").expect(422);
        assertThat(refused.text("reason")).isEqualTo("LIMIT_ACCOUNT_EXPOSURE");
        JsonNode exposure = account.owner()
                .api()
                .get("/api/risk/exposure?accountId=" + account.accountId())
                .expect(200)
                .body();
        assertThat(exposure.path("openOrders").asInt()).isZero();
        assertThat(new BigDecimal(exposure.path("exposure").asString())).isEqualByComparingTo("0");
        limits(account, "", Map.of("maxAccountExposure", "10000", "version", 1));
        String whole = account.buys(ETHUSDT, "1").expect(201).text("orderId");
        account.awaitOrder(whole, SOON, "FILLED");
    }

    @Test
    void aFillCountsAtOnceThoughPortfolioIsDown() {
        TradingAccount account = tradingAccount();
        limits(account, "/" + ETHUSDT, Map.of("maxPositionQuantity", "1.5", "version", 0));
        capstan.process("portfolio-service").stop();
        try {
            String filled = account.buys(ETHUSDT, "1").expect(201).text("orderId");
            account.awaitOrder(filled, SOON, "FILLED");
            assertThat(account.buys(ETHUSDT, "1").expect(422).text("reason")).isEqualTo("LIMIT_POSITION_SIZE");
            account.buys(ETHUSDT, "0.4").expect(201);
        } finally {
            capstan.process("portfolio-service").start();
            capstan.stack().awaitReady(List.of("portfolio-service"), RESTART);
        }
    }

    private interface Contest {
        List<Map<String, ?>> between(String account);
    }

    /** Each round on an account that nobody knows, so that no earlier round and no sweep can make room; only true overlaps count. */
    private void race(String what, Contest contest) {
        int rounds = Capstan.full() ? 1000 : 50;
        int overlaps = 0;
        int tried = 0;
        while (overlaps < rounds && tried < 2 * rounds) {
            tried++;
            List<Map<String, ?>> requests = contest.between(UUID.randomUUID().toString());
            Race.Result result = Race.between(
                    () -> reserve(replicas.getFirst(), requests.getFirst()),
                    () -> reserve(replicas.getLast(), requests.getLast()));
            assertThat(result.answers())
                    .extracting(answer -> answer.text("outcome"))
                    .as("round %d: %s", tried, result.answers())
                    .containsExactlyInAnyOrder("APPROVED", "DENIED");
            overlaps += result.overlapped() ? 1 : 0;
        }
        System.out.printf("limits: %s, %d rounds of which %d overlapped%n", what, tried, overlaps);
        assertThat(overlaps).as("rounds that overlapped in time").isEqualTo(rounds);
    }

    private static Answer reserve(Api replica, Map<String, ?> request) {
        return replica.post("/internal/risk/reservations", request).expect(200);
    }

    private static Map<String, String> request(String account, String instrumentId, String quantity) {
        return Map.of(
                "accountId",
                account,
                "clientOrderId",
                "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 26),
                "orderId",
                UUID.randomUUID().toString(),
                "instrumentId",
                instrumentId,
                "side",
                "BUY",
                "orderType",
                "MARKET",
                "quantity",
                quantity);
    }

    private String worth60(String symbol) {
        return new BigDecimal(60)
                .divide(capstan.venue().price(symbol), 5, RoundingMode.UP)
                .toPlainString();
    }

    /** Risk learns of a new account a moment after it was opened. */
    private void limits(TradingAccount account, String instrument, Map<String, ?> wanted) {
        String path = "/api/risk/limits/" + account.accountId() + instrument;
        await("limits of " + path)
                .atMost(SOON)
                .until(() -> capstan.riskManager().api().put(path, wanted).status(), status -> status == 200);
    }

    private TradingAccount tradingAccount() {
        TradingAccount account = capstan.trader().opensAccount();
        VenueSession.awaitHeld(capstan, account, 0, SOON);
        return account;
    }
}
