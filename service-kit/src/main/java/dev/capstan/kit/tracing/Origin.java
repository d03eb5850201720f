package dev.capstan.kit.tracing;

import dev.capstan.kit.correlation.Correlation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work is due to. Taken along where another thread does the work, so that logs, records and spans speak of its request.
 *
 * @param correlationId of the request or consumed record
 * @param traceParent see {@link Traces#current()}
 */
public record Origin(
        @Nullable String correlationId, @Nullable String traceParent) {

    /** That of the current thread. */
    public static Origin current() {
        return new Origin(Correlation.current(), Traces.current());
    }

    /** Does the work on account of this. */
    public <T> T call(Supplier<T> work) {
        try (Correlation.Scope _ = Correlation.open(correlationId)) {
            return Traces.within(traceParent, work);
        }
    }
}
