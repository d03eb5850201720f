package dev.capstan.strategy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.order.OrderSnapshot;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.DocumentedRoutes;
import dev.capstan.strategy.service.PlayedServices.PlacedOrder;
import dev.capstan.trading.fixed.Decimal8;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A run from its start to its end, as those who look at it see it. */
class RunOverHttpIT extends StrategyServiceBench {

    @Test
    void aRunTradesShowsWhatItDoesAndStops() throws Exception {
        Answer answer = started();
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.json().path("runId").asString();
        int row = 0;
        while (played.calls().stream().noneMatch(this::isMine)) {
            candle(row++);
            long taken = row;
            await().atMost(LIMIT).until(() -> run().path("candles").asLong() == taken);
            if (run().path("stage").asString().equals("SIGNAL")) {
                await().atMost(LIMIT).until(() -> played.calls().stream().anyMatch(this::isMine));
            }
        }
        PlacedOrder order =
                played.calls().stream().filter(this::isMine).findFirst().orElseThrow();
        assertThat(order.onBehalfOf()).isEqualTo("tom");
        assertThat(order.key()).startsWith("run-" + id + "-v0-");
        assertThat(order.body().path("orderType").asString()).isEqualTo("MARKET");
        others.order(filled(order, MARKET.open(row)));
        await().atMost(LIMIT).until(() -> run().path("stage").asString().equals("POSITION_OPEN"));

        JsonNode intent =
                get("tom", "/api/strategy/runs/" + id + "/intents").json().at("/items/0");
        assertThat(intent.path("cause").asString()).isEqualTo("FILLED");
        assertThat(intent.path("orderId").asString()).isEqualTo(order.orderId().text());
        JsonNode fill = get("tom", "/api/strategy/runs/" + id + "/fills").json().at("/items/0");
        assertThat(fill.path("price").asString()).isEqualTo(Decimal8.text(MARKET.open(row)));
        assertThat(get("tom", "/api/strategy/runs/" + id + "/signals").json().path("items"))
                .hasSize(row);
        JsonNode analysis = get("tom", "/api/strategy/analysis/" + id).json();
        assertThat(analysis.at("/readings/fast").isNumber())
                .as(analysis.toString())
                .isTrue();
        assertThat(analysis.path("stop").asString())
                .isEqualTo(intent.path("stop").asString());
        assertThat(analysis.path("is_stale").asBoolean()).isFalse();

        Answer stopped = post("/api/strategy/stop", "{\"runId\":\"" + id + "\"}", null);
        assertThat(stopped.json().path("status").asString()).as(stopped.text()).isEqualTo("STOPPED");
        assertThat(stopped.json().path("position").asString()).isNotEqualTo("0.00000000");
        assertThat(post("/api/strategy/stop", "{\"runId\":\"" + id + "\"}", null)
                        .text())
                .isEqualTo(stopped.text());
        assertThat(get("tom", "/metrics").text())
                .contains(
                        "capstan_strategy_candles_total",
                        "capstan_strategy_orders_sent_total",
                        "capstan_strategy_attempts_total{cause=\"FILLED\"",
                        "capstan_strategy_ends_total{reason=\"STOPPED\"",
                        "capstan_strategy_runs{service=\"strategy-service\",status=\"STOPPED\"}",
                        "capstan_strategy_candles_behind",
                        "capstan_strategy_attempt_oldest_seconds");
        assertThat(get("tom", "/ready").text()).contains("\"runs\"");
    }

    private boolean isMine(PlacedOrder order) {
        return order.body().path("accountId").asString().equals(account.text());
    }

    private OrderEvent filled(PlacedOrder placed, long price) {
        Quantity quantity = Quantity.parse(placed.body().path("quantity").asString());
        OrderSnapshot order = new OrderSnapshot(
                placed.orderId(),
                ClientOrderId.parse(placed.clientOrderId()),
                account,
                BTCUSDT,
                "tom",
                Side.BUY,
                OrderType.MARKET,
                TimeInForce.GTC,
                quantity,
                null,
                null,
                OrderStatus.FILLED,
                quantity,
                Quantity.ZERO,
                null,
                VenueOrderId.parse("1"),
                1,
                false,
                false,
                Instant.now());
        FillDetails fill = new FillDetails(
                TradeId.parse("1"),
                VenueOrderId.parse("1"),
                1,
                Price.of(Decimal8.decimal(price)),
                quantity,
                Asset.parse("BTC"),
                Asset.parse("USDT"),
                Money.parse("0.00001"),
                Asset.parse("BTC"),
                false,
                Instant.now());
        return new OrderEvent(
                UUID.randomUUID(),
                OrderEventType.OrderFilled,
                1,
                order,
                fill,
                null,
                null,
                null,
                FactSource.STREAM,
                Instant.now(),
                Instant.now());
    }

    @Test
    void aRunOfAStrategyThatIsGoneHaltsAndTheCandlesGoOnForOthers() throws Exception {
        String lost = started().json().path("runId").asString();
        AccountId second = AccountId.of(UUID.randomUUID());
        others.account(second, "tom");
        await().atMost(LIMIT)
                .until(() ->
                        get("tom", "/api/strategy/status?accountId=" + second).status() == 200);
        JsonNode well = post(
                        "/api/strategy/start",
                        request().replace(account.text(), second.text()),
                        UUID.randomUUID().toString())
                .json();
        JdbcClient jdbc = service.getBean(JdbcClient.class);
        jdbc.sql("UPDATE strategy_runs SET spec = jsonb_set(spec, '{strategy}', '\"gone\"') WHERE id = :id::uuid")
                .param("id", lost)
                .update();
        candle(0);
        candle(1);
        await().atMost(LIMIT)
                .until(() -> get("tom", "/api/strategy/status?accountId=" + second)
                                .json()
                                .at("/items/0/candles")
                                .asLong()
                        == 2);
        assertThat(run().path("status").asString()).isEqualTo("HALTED");
        assertThat(run().path("endReason").asString())
                .startsWith("STRATEGY_FAILED")
                .contains("gone");
        Answer analysis = get("tom", "/api/strategy/analysis/" + lost);
        assertThat(analysis.status()).as(analysis.text()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT count(*) FROM dead_letter")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(post("/api/strategy/stop", "{\"runId\":" + well.path("runId") + "}", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRunWhoseMarketIsOverEndsAndSaysSo() throws Exception {
        assertThat(started().status()).isEqualTo(201);
        played.plays("another");
        try {
            await().atMost(LIMIT).until(() -> run().path("status").asString().equals("HALTED"));
        } finally {
            played.plays("test");
        }
        assertThat(run().path("endReason").asString()).isEqualTo("MARKET_OVER: market=test playing=another");
        assertThat(run().path("endedBy").asString()).isEqualTo("strategy-service");
    }

    @Test
    void anothersRunIsNotThere() throws Exception {
        String id = started().json().path("runId").asString();
        assertThat(get("eve", "/api/strategy/status?accountId=" + account).status())
                .isEqualTo(404);
        assertThat(get("eve", "/api/strategy/analysis/" + id).status()).isEqualTo(404);
        assertThat(get("eve", "/api/strategy/runs/" + id + "/fills").status()).isEqualTo(404);
        assertThat(send(request("eve", Role.TRADER, "/api/strategy/stop")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"runId\":\"" + id + "\"}")))
                        .status())
                .isEqualTo(404);
        assertThat(send(request("tom", Role.VIEWER, "/api/strategy/stop")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"runId\":\"" + id + "\"}")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void namesEveryRouteWithItsRoles() throws Exception {
        JsonNode document = DocumentedRoutes.checked(service);
        assertThat(document.at("/paths/~1api~1strategy~1start/post/x-roles").toString())
                .contains("trader");
    }
}
