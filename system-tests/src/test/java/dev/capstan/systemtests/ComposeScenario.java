package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.capstan.systemtests.dsl.ComposeStack;
import dev.capstan.systemtests.dsl.Readme;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The containers: from a clean clone to an order that fills, and on through the death of one of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeScenario {

    private static final Duration HEALED = Duration.ofMinutes(3);

    private static @Nullable ComposeStack stack;

    @BeforeAll
    static void up() {
        assumeTrue(Boolean.getBoolean("capstan.full"), "the containers are a long run: --full");
        Optional<String> missing = ComposeStack.missing();
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        stack = ComposeStack.cloned();
        stack.up();
    }

    @AfterAll
    static void down() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Order(1)
    void theReadmesCallsPlaceAnOrderThatFills() {
        Readme.Calls calls = stack().readmeCalls();
        JsonNode placed = json(calls.logIn() + calls.order());
        assertThat(placed.path("orderId").asString()).as("%s", placed).isNotEmpty();
        assertThat(json(calls.logIn() + calls.order())).isEqualTo(placed);
        JsonNode position = await("the position")
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> json(calls.logIn() + calls.positions())
                                .path("items")
                                .path(0),
                        one -> !one.isMissingNode());
        assertThat(position.path("quantity").asString()).startsWith("0.0099");
    }

    @Test
    @Order(2)
    void whatIsForInsideIsNotPublished() {
        assertThat(stack().statusOf("/api/health/live")).isEqualTo(200);
        int unknown = stack().statusOf("/no-such-path");
        for (String path : List.of(
                "/metrics",
                "/health",
                "/ready",
                "/activity",
                "/openapi",
                "/internal/parked",
                "/%6detrics",
                "//metrics",
                "/metrics/",
                "/METRICS")) {
            assertThat(stack().statusOf(path)).as(path).isIn(unknown, 400);
        }
    }

    @Test
    @Order(3)
    void everyReplicaIsScraped() {
        stack().upWithMetrics();
        await("all targets").atMost(HEALED).untilAsserted(() -> {
            JsonNode targets = JsonMapper.shared()
                    .readTree(stack().prometheus("/api/v1/targets?state=active"))
                    .at("/data/activeTargets");
            assertThat(targets.size()).isEqualTo(10);
            targets.forEach(target -> assertThat(target.path("health").asString())
                    .as("%s", target)
                    .isEqualTo("up"));
        });
    }

    @Test
    @Order(4)
    void aProcessThatDiesIsStartedAgain() {
        String container = stack().healthy("execution-service").getFirst();
        int before = stack().restartsOf(container);
        stack().killsProcessIn(container);
        await("its return").atMost(HEALED).until(() -> stack().restartsOf(container) > before);
        await("its health")
                .atMost(HEALED)
                .until(() -> stack().healthy("execution-service").contains(container));
        assertThat(order("after-the-process").path("orderId").asString()).isNotEmpty();
    }

    @Test
    @Order(5)
    void aContainerThatIsKilledIsMissedByNobodyAndReplaced() {
        List<String> both = stack().healthy("execution-service");
        assertThat(both).hasSize(2);
        stack().kills(both.getFirst());
        JsonNode order = await("an order")
                .atMost(Duration.ofMinutes(1))
                .until(() -> order("after-the-kill"), one -> one.hasNonNull("orderId"));
        stack().upAgain();
        await("two of them")
                .atMost(HEALED)
                .until(() -> stack().healthy("execution-service").size() == 2);
        assertThat(order("after-the-kill")).isEqualTo(order);
    }

    private static JsonNode order(String key) {
        Readme.Calls calls = stack().readmeCalls();
        return json(calls.logIn() + calls.order().replace("my-first-order", key));
    }

    private static ComposeStack stack() {
        ComposeStack running = stack;
        if (running == null) {
            throw new AssertionError("the stack did not start");
        }
        return running;
    }

    private static JsonNode json(String commands) {
        String out = stack().run(commands);
        return JsonMapper.shared().readTree(out.substring(Math.max(0, out.indexOf('{'))));
    }
}
