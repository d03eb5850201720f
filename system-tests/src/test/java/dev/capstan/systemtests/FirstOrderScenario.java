package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Answer;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.TradingAccount;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FirstOrderScenario {

    private static final String BTCUSDT = "BTCUSDT.BINANCE";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Capstan capstan = Capstan.shared();

    @Test
    void aMarketOrderFillsAndBecomesAPosition() {
        TradingAccount account = capstan.trader().opensAccount();
        Answer placed = account.buys(BTCUSDT, "0.01").expect(201);
        JsonNode filled = account.awaitOrder(placed.text("orderId"), SOON, "FILLED");
        assertThat(filled.path("filledQuantity").asString()).isEqualTo("0.01");
        JsonNode position = account.awaitPosition(
                BTCUSDT, SOON, held -> held.path("quantity").asString().startsWith("0.0099"));
        assertThat(position.path("side").asString()).isEqualTo("LONG");
        assertThat(position.path("is_stale").asBoolean()).isFalse();
        assertThat(position.path("data_as_of_timestamp").asString()).isNotEmpty();
        assertThat(position.path("unrealizedPnl").isMissingNode()).isFalse();
    }

    @Test
    void theSameCallAgainReturnsTheSameOrderAndBuysNothing() {
        TradingAccount account = capstan.trader().opensAccount();
        Map<String, String> order = account.market("BUY", BTCUSDT, "0.01");
        Answer first = account.owner()
                .api()
                .post("/api/orders", order, "same-" + account.accountId())
                .expect(201);
        account.awaitOrder(first.text("orderId"), SOON, "FILLED");
        Answer second = account.owner()
                .api()
                .post("/api/orders", order, "same-" + account.accountId())
                .expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(capstan.venue().orders(account)).hasSize(1);
    }

    @Test
    void balancesFollowTheVenue() {
        TradingAccount account = capstan.trader().opensAccount(Map.of("USDT", "50000"));
        Answer placed = account.buys(BTCUSDT, "0.02").expect(201);
        account.awaitOrder(placed.text("orderId"), SOON, "FILLED");
        account.awaitPosition(BTCUSDT, SOON, held -> true);
        assertThat(account.balances().get("BTC")).isEqualByComparingTo(new BigDecimal("0.01998"));
    }

    @Test
    void whatTheAccountDoesNotHoldCannotBeSold() {
        TradingAccount account = capstan.trader().opensAccount(Map.of("USDT", "50000"));
        Answer refused = account.sells(BTCUSDT, "0.01").expect(422);
        assertThat(refused.text("reason")).isEqualTo("BALANCE_INSUFFICIENT");
        assertThat(refused.text("context")).contains("asset=BTC needs=0.01 free=0");
        assertThat(capstan.venue().orders(account)).isEmpty();
    }

    @Test
    void whatTheVenueDoesNotListCannotBeBought() {
        TradingAccount account = capstan.trader().opensAccount();
        Answer refused = account.buys("NOSUCHUSDT.BINANCE", "0.01").expect(422);
        assertThat(refused.text("reason")).isEqualTo("INSTRUMENT_UNKNOWN");
        assertThat(refused.text("context")).isEqualTo("instrumentId=NOSUCHUSDT.BINANCE");

        // The venue would refuse to speak of it; the account is compared all the same, or it could never trade again.
        String comparison = "/api/accounts/" + account.accountId() + "/reconciliation";
        Answer asked = account.owner().api().post(comparison, Map.of()).expect(202);
        String before = asked.text("ranAt");
        Answer compared = await("a comparison since")
                .atMost(SOON)
                .until(
                        () -> account.owner().api().get(comparison).expect(200),
                        answer -> !answer.text("ranAt").equals(before)
                                && answer.body().hasNonNull("finishedAt"));
        assertThat(compared.text("error")).as("%s", compared.body()).isEmpty();
    }
}
