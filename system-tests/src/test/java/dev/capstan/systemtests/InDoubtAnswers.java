package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.systemtests.dsl.Agreement;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.OrderWatch;
import dev.capstan.systemtests.dsl.TradingAccount;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A submit whose outcome nobody knows is asked about, never guessed and never sent again. Each case has an account of its own. */
abstract class InDoubtAnswers {

    private static final String ETHUSDT = "ETHUSDT.BINANCE";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** An order that nobody knows anything of has ended by then: its window, the look and the look after that take 15 s. */
    private static final int LONG_AFTER_ITS_END = 30_000;

    private final Capstan capstan = Capstan.shared();

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("LOSE_ANSWER", Map.of(), "FILLED"),
                Arguments.of("HOLD_SUBMIT", Map.of("millis", 1500), "FILLED"),
                Arguments.of("DELAY_ANSWER", Map.of("millis", 15_000), "FILLED"),
                Arguments.of("ERROR_5XX", Map.of("executed", true), "FILLED"),
                Arguments.of("ERROR_5XX", Map.of("executed", false), "EXPIRED"),
                Arguments.of("UNLISTED_CODE", Map.of("executed", true), "FILLED"),
                Arguments.of("UNLISTED_CODE", Map.of("executed", false), "EXPIRED"));
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0} {1} ends {2}")
    @MethodSource("faults")
    void endsWithTheVenuesTruth(String fault, Map<String, ?> more, String end) {
        TradingAccount account = tradingAccount();
        capstan.venue().willMisbehave(fault, account, more);
        OrderWatch order = new OrderWatch(account, account.sends(account.market("BUY", ETHUSDT, "0.1")));
        JsonNode ended = order.awaitEnd(LIMIT, end);
        System.out.printf("in doubt: %s %s ended %s after %d ms%n", fault, more, end, order.millisSoFar());
        if ("EXPIRED".equals(end)) {
            assertThat(ended.path("endReason").asString()).isEqualTo("SUBMIT_NEVER_ARRIVED");
        }
        agrees(account);
    }

    /** The stream is silent too, so that only the venue's lists can tell. */
    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void anOrderThatItsQueryDeniesIsFoundInTheLists() {
        TradingAccount account = tradingAccount();
        capstan.venue().willMisbehave("SILENT_STREAM", account);
        capstan.venue().willMisbehave("DENY_EXISTENCE", account, Map.of("times", 1000));
        capstan.venue().willMisbehave("LOSE_ANSWER", account);
        OrderWatch order = new OrderWatch(account, account.sends(account.market("BUY", ETHUSDT, "0.1")));
        order.awaitEnd(LIMIT, "FILLED");
        System.out.printf("in doubt: denied by its query, found after %d ms%n", order.millisSoFar());
        capstan.venue().behavesAgain(account);
        agrees(account);
    }

    /** The venue breaks its own rule and executes what its time window had ended. */
    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void anOrderThatComesTooLateIsReopenedAndItsInstrumentHalted() {
        TradingAccount account = tradingAccount();
        capstan.venue()
                .willMisbehave("HOLD_SUBMIT", account, Map.of("breakWindow", true, "millis", LONG_AFTER_ITS_END));
        OrderWatch order = new OrderWatch(account, account.sends(account.market("BUY", ETHUSDT, "0.1")));
        order.awaitEnd(SOON, "EXPIRED");
        long expired = order.millisSoFar();
        order.awaitEnd(LIMIT, "FILLED");
        System.out.printf("in doubt: expired after %d ms, re-opened by %d ms%n", expired, order.millisSoFar());
        assertThat(order.timeline())
                .extracting(entry -> entry.path("type").asString())
                .contains("OrderReopened");
        assertThat(account.buys(ETHUSDT, "0.1").expect(422).text("reason")).isEqualTo("TRADING_HALTED");
        assertThat(halts(account)).isEqualTo("INSTRUMENT IN_DOUBT");
        reArm(account);
        String next = account.sends(account.market("BUY", ETHUSDT, "0.1")).text("orderId");
        account.awaitOrder(next, SOON, "FILLED");
        agrees(account);
    }

    private String halts(TradingAccount account) {
        String found = "";
        for (JsonNode state : account.owner()
                .api()
                .get("/api/trading-state?accountId=" + account.accountId())
                .expect(200)
                .body()
                .path("items")) {
            if ("HALTED".equals(state.path("state").asString())) {
                found = state.path("scope").asString() + " "
                        + state.path("cause").asString();
            }
        }
        return found;
    }

    private void reArm(TradingAccount account) {
        capstan.riskManager()
                .api()
                .post(
                        "/api/trading-state/re-arm",
                        Map.of("scope", "INSTRUMENT", "accountId", account.accountId(), "instrumentId", ETHUSDT))
                .expect(200);
    }

    /** An account whose session works: one order went through. */
    private TradingAccount tradingAccount() {
        return capstan.trader().opensTradingAccount(ETHUSDT, "0.1");
    }

    private void agrees(TradingAccount account) {
        Agreement.awaitBooks(capstan, account, LIMIT);
        Agreement.eachArrivedOnce(capstan, account);
    }
}
