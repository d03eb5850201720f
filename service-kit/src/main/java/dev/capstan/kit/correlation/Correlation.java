package dev.capstan.kit.correlation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The correlation id of what the current thread is doing. */
public final class Correlation {

    /** On requests and answers. */
    public static final String HTTP_HEADER = "X-Correlation-Id";

    /** On Kafka records. */
    public static final String KAFKA_HEADER = "capstan-correlation-id";

    static final String MDC_KEY = "correlationId";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Correlation() {}

    /** Null outside of a request or a consumed record. */
    public static @Nullable String current() {
        return MDC.get(MDC_KEY);
    }

    /** What others send is accepted in this form only, because it is logged and sent on. */
    public static boolean isAcceptable(@Nullable String id) {
        return id != null && FORM.matcher(id).matches();
    }

    /** Makes {@code id} current until closed, when what was current before is again. */
    public static Scope open(@Nullable String id) {
        String before = current();
        set(id);
        return () -> set(before);
    }

    private static void set(@Nullable String id) {
        if (id == null) {
            MDC.remove(MDC_KEY);
        } else {
            MDC.put(MDC_KEY, id);
        }
    }

    /** Ends what {@link #open} began. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
