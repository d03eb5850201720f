package dev.capstan.kit.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TracesTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String FIRST = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String SECOND = "00-11111111111111111111111111111111-2222222222222222-01";

    @RegisterExtension
    private static final OpenTelemetryExtension AGENT = OpenTelemetryExtension.create();

    @Test
    void outsideOfATraceThereIsNothingToStore() {
        assertThat(Traces.current()).isNull();
        List<String> seen = new ArrayList<>();
        Traces.within(null, () -> seen.add(String.valueOf(Traces.current())));
        assertThat(seen).containsExactly("null");
    }

    @Test
    void whatWasStoredIsCurrentAgain() {
        List<String> seen = new ArrayList<>();
        Traces.within(FIRST, () -> seen.add(String.valueOf(Traces.current())));
        assertThat(seen).containsExactly(FIRST);
        assertThat(Traces.current()).isNull();
    }

    @Test
    void textThatIsNoTraceIsNone() {
        List<String> seen = new ArrayList<>();
        Traces.within("00-xyz", () -> seen.add(String.valueOf(Traces.current())));
        assertThat(seen).containsExactly("null");
    }

    @Test
    void aStepGoesOnWithTheFirstAndKnowsTheOthers() {
        List<String> seen = new ArrayList<>();
        Traces.step("apply sample", List.of(FIRST, FIRST, SECOND), () -> seen.add(String.valueOf(Traces.current())));

        SpanData span = AGENT.getSpans().getFirst();
        assertThat(span.getName()).isEqualTo("apply sample");
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(span.getLinks())
                .singleElement()
                .satisfies(link -> assertThat(link.getSpanContext().getSpanId()).isEqualTo("2222222222222222"));
        assertThat(seen).containsExactly("00-" + TRACE + "-" + span.getSpanId() + "-01");
    }

    @Test
    void workWithoutATraceMakesNone() {
        List<String> seen = new ArrayList<>();
        Traces.step("apply sample", List.of(), () -> seen.add(String.valueOf(Traces.current())));
        assertThat(seen).containsExactly("null");
        assertThat(AGENT.getSpans()).isEmpty();
    }

    @Test
    void aStepThatFailsSaysSoAndStillFails() {
        assertThatThrownBy(() -> Traces.step("apply sample", List.of(FIRST), () -> {
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");
        assertThat(AGENT.getSpans().getFirst().getStatus())
                .isEqualTo(StatusData.create(StatusCode.ERROR, "IllegalStateException"));
    }
}
