package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.kit.tracing.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One order's step that waits for its stream, and what became of it.
 *
 * <p>Steps share a transaction only with steps of their kind and of other orders. So none of them reads what another of them writes: a
 * claim asks whether an order of its stream is in doubt, and no claim puts one in doubt.
 *
 * @param <T> what the step gives
 */
final class StreamStep<T> {

    /** More would hold the stream's row longer than those who then wait gain by it. */
    private static final int MOST_TOGETHER = 8;

    private final Kind kind;
    private final Order order;
    private final Function<StreamQuestions, Function<JdbcOpenStreams, T>> questions;
    private final Origin origin = Origin.current();
    private @Nullable T given;
    private @Nullable RuntimeException failure;

    StreamStep(Kind kind, Order order, Function<StreamQuestions, Function<JdbcOpenStreams, T>> questions) {
        this.kind = kind;
        this.order = order;
        this.questions = questions;
    }

    /**
     * Who of a line shares the first one's transaction. Their number is a power of two, so that the database sees the same few texts
     * again and keeps their plans.
     */
    static List<StreamStep<?>> together(List<StreamStep<?>> line) {
        Kind kind = line.getFirst().kind;
        List<StreamStep<?>> chosen = new ArrayList<>();
        for (StreamStep<?> step : line) {
            Set<ClientOrderId> orders =
                    chosen.stream().map(StreamStep::clientOrderId).collect(Collectors.toSet());
            if (step.kind == kind && chosen.size() < MOST_TOGETHER && !orders.contains(step.clientOrderId())) {
                chosen.add(step);
            }
        }
        return chosen.subList(0, Integer.highestOneBit(chosen.size()));
    }

    StreamKey key() {
        return order.terms().streamKey();
    }

    /**
     * Adds what must be known; what comes back does the step with the answers, and what that returns says that it is committed. Another's
     * thread may do it, but on account of the request that this step came with.
     */
    Function<JdbcOpenStreams, Runnable> ask(StreamQuestions asking) {
        Function<JdbcOpenStreams, T> work = questions.apply(asking);
        return open -> {
            T outcome = origin.call(() -> work.apply(open));
            return () -> given = outcome;
        };
    }

    void fail(RuntimeException why) {
        failure = why;
    }

    T result() {
        if (failure != null) {
            throw failure;
        }
        if (given == null) {
            throw new IllegalStateException("the step of order " + order.id() + " was not done");
        }
        return given;
    }

    private ClientOrderId clientOrderId() {
        return order.terms().clientOrderId();
    }

    /** What is asked and written is alike in all steps of a kind. */
    enum Kind {
        ADD,
        CHANGE,
        BOOK,
        CLAIM
    }
}
