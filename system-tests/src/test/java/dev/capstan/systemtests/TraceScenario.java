package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.systemtests.dsl.OtlpReceiver;
import dev.capstan.systemtests.dsl.OtlpReceiver.TracedSpan;
import dev.capstan.systemtests.dsl.TracedStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** One order, one trace: from the gateway through execution's outbox row and Kafka to those who apply its events. */
@EnabledIfSystemProperty(
        named = "capstan.full",
        matches = "true",
        disabledReason = "a stack of its own with agents: --full")
class TraceScenario {

    private static final String TRACE = "5b8aa5a2d2c872e8321cf37308d69df2";
    private static final String CALLER = "051581bf3cb55c13";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final OtlpReceiver RECEIVER = OtlpReceiver.start();
    private static final TracedStack STACK = TracedStack.sendingTo(RECEIVER);

    @AfterAll
    static void end() {
        STACK.close();
        RECEIVER.close();
    }

    @Test
    void anOrdersEventsBelongToTheTraceOfItsCall() {
        JsonHttp.Answer order = STACK.buys("00-" + TRACE + "-" + CALLER + "-01", "traced-order");
        assertThat(order.status()).as("%s", order.body()).isEqualTo(201);

        for (String consumer : List.of("portfolio-service", "risk-service")) {
            List<TracedSpan> way = await("the step of " + consumer)
                    .atMost(SOON)
                    .until(() -> wayOf(consumer), steps -> !steps.isEmpty() && reachesTheCaller(steps));
            // Read from its end: the effect, the record it came with, the service that wrote the record, the edge.
            assertThat(way.getFirst().name()).startsWith("apply ");
            assertThat(way.get(1).kind()).isEqualTo("PRODUCER");
            assertThat(way.get(1).name()).contains("execution.order.events.v1");
            assertThat(way.get(1).service()).isEqualTo("execution-service");
            assertThat(way).extracting(TracedSpan::service).endsWith("gateway");
            assertThat(way.getLast().kind()).isEqualTo("SERVER");
        }
    }

    /** The step of the consumer and all it is part of, up to the one whose parent nobody sent. */
    private static List<TracedSpan> wayOf(String consumer) {
        Map<String, TracedSpan> byId = RECEIVER.trace(TRACE).stream()
                .collect(Collectors.toMap(TracedSpan::spanId, Function.identity(), (one, same) -> one));
        Optional<TracedSpan> step = byId.values().stream()
                .filter(span -> span.service().equals(consumer) && span.name().startsWith("apply "))
                .findFirst();
        List<TracedSpan> way = new ArrayList<>();
        step.ifPresent(start -> {
            for (TracedSpan span = start; span != null; span = byId.get(span.parentId())) {
                way.add(span);
            }
        });
        return way;
    }

    private static boolean reachesTheCaller(List<TracedSpan> way) {
        return way.getLast().parentId().equals(CALLER);
    }
}
