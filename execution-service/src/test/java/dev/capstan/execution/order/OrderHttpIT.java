package dev.capstan.execution.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.execution.fixtures.Api;
import dev.capstan.execution.fixtures.Cluster;
import dev.capstan.execution.fixtures.ExecutionInstance;
import dev.capstan.kit.security.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OrderHttpIT {

    private static final Cluster CLUSTER = new Cluster();
    private static final ExecutionInstance OWNER = CLUSTER.startOwner("execution-1");
    private static final Api TRADER = new Api(OWNER, Cluster.TRADER, Role.TRADER);
    private static final Api STRANGER = new Api(OWNER, "somebody-else", Role.TRADER);
    private static final Api VIEWER = new Api(OWNER, Cluster.TRADER, Role.VIEWER);
    private static final Api RISK_MANAGER = new Api(OWNER, "risk-manager-1", Role.RISK_MANAGER);
    private static final Api SERVICE = new Api(OWNER, "service-account-risk", Role.SERVICE);

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    @Test
    void answersARepeatByteForByte() {
        Api.Answer first = TRADER.post("/api/orders", "http-repeat", order("0.5"));
        Api.Answer filled =
                TRADER.get("/api/orders/" + first.json().path("orderId").asString() + "?wait=10s");
        Api.Answer second = TRADER.post("/api/orders", "http-repeat", order("0.50"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("status").asString()).isEqualTo("NEW");
        assertThat(filled.status()).isEqualTo(200);
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "quantity, 0, quantity",
        "quantity, 1e5, quantity",
        "side, LEFT, side",
        "instrumentId, BTCUSDT, instrumentId",
        "limitPrice, 100, limitPrice",
        "triggerPrice, 100, triggerPrice",
        "colour, red, colour"
    })
    void namesTheFieldThatIsWrong(String field, String value, String named) {
        Api.Answer answer = TRADER.post("/api/orders", "http-bad-" + field + value, order("0.5", field, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo(named);
        assertThat(answer.json().path("errors").get(0).path("reason").asString())
                .isNotEmpty();
    }

    @Test
    void refusesWhoMayNot() {
        assertThat(TRADER.post("/api/orders", null, order("0.5")).code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(VIEWER.post("/api/orders", "http-viewer", order("0.5")).status())
                .isEqualTo(403);
        assertThat(STRANGER.post("/api/orders", "http-stranger", order("0.5")).status())
                .isEqualTo(404);
        assertThat(TRADER.get("/internal/streams/" + CLUSTER.account + "/" + Cluster.BTC + "/events")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void hidesAnOrderFromStrangersAndTellsItsStoryToItsOwner() {
        String id = place("http-story");
        TRADER.get("/api/orders/" + id + "?wait=10s");

        assertThat(STRANGER.get("/api/orders/" + id).status()).isEqualTo(404);
        assertThat(STRANGER.get("/api/orders/" + id + "/timeline").status()).isEqualTo(404);
        JsonNode timeline = TRADER.get("/api/orders/" + id + "/timeline").json().path("items");
        assertThat(timeline.get(0).path("type").asString()).isEqualTo("OrderReceived");
        assertThat(timeline.get(0).path("source").asString()).isEqualTo("REQUEST");
    }

    @Test
    void pagesWithoutRepeatOrGap() {
        for (int i = 0; i < 5; i++) {
            place("http-page-" + i);
        }

        List<String> seen = new ArrayList<>();
        String next = "/api/orders?limit=2&accountId=" + CLUSTER.account;
        while (next != null) {
            JsonNode page = TRADER.get(next).json();
            page.path("items").forEach(item -> seen.add(item.path("orderId").asString()));
            next = page.path("nextCursor").isNull()
                    ? null
                    : "/api/orders?limit=2&accountId=" + CLUSTER.account + "&cursor="
                            + page.path("nextCursor").asString();
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
        assertThat(TRADER.get("/api/orders?cursor=nonsense").status()).isEqualTo(400);
        assertThat(TRADER.get("/api/orders?status=NONSENSE").status()).isEqualTo(400);
        assertThat(TRADER.get("/api/orders?status=%20").status()).isEqualTo(400);
        assertThat(STRANGER.get("/api/orders").json().path("items").isEmpty()).isTrue();
    }

    @Test
    void givesItsWordToServices() {
        String id = TRADER.post("/api/orders", "http-standing", order("0.5"))
                .json()
                .path("clientOrderId")
                .asString();

        JsonNode items = SERVICE.post(
                        "/internal/orders/standings", null, "{\"clientOrderIds\":[\"" + id + "\",\"never-seen\"]}")
                .json()
                .path("items");

        assertThat(items.get(0).path("lastEventNumber").asLong()).isPositive();
        assertThat(items.get(1).path("status").isNull()).isTrue();
        assertThat(items.get(1).path("lastEventNumber").asLong()).isZero();
    }

    @Test
    void letsOnlyTheRoleReArm() {
        String instrument = "{\"scope\":\"INSTRUMENT\",\"accountId\":\"" + CLUSTER.account
                + "\",\"instrumentId\":\"ETHUSDT.BINANCE\"}";

        assertThat(STRANGER.post("/api/trading-state/halt", null, instrument).status())
                .isEqualTo(404);
        assertThat(TRADER.post("/api/trading-state/halt", null, "{\"scope\":\"ALL\"}")
                        .status())
                .isEqualTo(403);
        assertThat(TRADER.post("/api/trading-state/halt", null, instrument)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("HALTED");
        assertThat(TRADER.post("/api/trading-state/re-arm", null, instrument).status())
                .isEqualTo(403);
        assertThat(RISK_MANAGER
                        .post("/api/trading-state/re-arm", null, instrument)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ACTIVE");
        assertThat(TRADER.post("/api/trading-state/halt", null, "{\"scope\":\"ACCOUNT\"}")
                        .code())
                .isEqualTo("REQUEST_INVALID");
    }

    private static String place(String key) {
        return TRADER.post("/api/orders", key, order("0.5"))
                .json()
                .path("orderId")
                .asString();
    }

    private static String order(String quantity) {
        return "{\"accountId\":\"" + CLUSTER.account + "\",\"instrumentId\":\"" + Cluster.BTC
                + "\",\"side\":\"BUY\",\"orderType\":\"MARKET\",\"timeInForce\":\"IOC\",\"quantity\":\"" + quantity
                + "\"}";
    }

    /** The order with one field replaced, or added. */
    private static String order(String quantity, String field, String value) {
        String body = order(quantity).replaceFirst("\"" + field + "\":\"[^\"]*\",?", "");
        return ("{\"" + field + "\":\"" + value + "\"," + body.substring(1)).replace(",}", "}");
    }
}
