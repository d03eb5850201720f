package dev.capstan.kit.tracing;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The trace that the current thread is part of, as text that outlives the thread. */
public final class Traces {

    /** On Kafka records and requests; also the form of the text (W3C Trace Context). */
    public static final String HEADER = "traceparent";

    private static final String SCOPE = "dev.capstan.kit";

    private Traces() {}

    /** What the current thread is part of; null outside of any trace, and always where no agent is attached. */
    public static @Nullable String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    /** Does the work as part of {@code parent} and of nothing else; null is no trace, and then it is only done. */
    public static <T extends @Nullable Object> T within(@Nullable String parent, Supplier<T> work) {
        if (parent == null) {
            return work.get();
        }
        try (Scope _ = contextOf(parent).makeCurrent()) {
            return work.get();
        }
    }

    /** As {@link #within(String, Supplier)}, for work that gives nothing. */
    public static void within(@Nullable String parent, Runnable work) {
        Traces.<@Nullable Object>within(parent, () -> {
            work.run();
            return null;
        });
    }

    /**
     * Does the work as a step of the first of {@code parents}, linked to the others: what comes together is applied together. Without a
     * parent it is only done.
     */
    public static void step(String name, List<String> parents, Runnable work) {
        if (parents.isEmpty()) {
            work.run();
            return;
        }
        SpanBuilder builder =
                GlobalOpenTelemetry.getTracer(SCOPE).spanBuilder(name).setParent(contextOf(parents.getFirst()));
        Set.copyOf(parents).stream()
                .filter(other -> !other.equals(parents.getFirst()))
                .forEach(other ->
                        builder.addLink(Span.fromContext(contextOf(other)).getSpanContext()));
        Span span = builder.startSpan();
        try (Scope _ = span.makeCurrent()) {
            work.run();
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }

    /** Text that is no trace gives a context without one. */
    private static Context contextOf(String parent) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), parent, OneHeader.INSTANCE);
    }

    private enum OneHeader implements TextMapGetter<String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(HEADER) ? carrier : null;
        }
    }
}
