package dev.capstan.backtest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as the API answers it.
 *
 * @param nextCursor to be sent as {@code cursor} for what follows; null at the end
 */
public record PageView<T>(List<T> items, @Nullable String nextCursor) {

    public PageView {
        items = List.copyOf(items);
    }

    /** The page of {@code found}, which holds one item more than {@code limit} when something follows. */
    public static <T> PageView<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new PageView<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new PageView<>(items, cursor.apply(items.getLast()));
    }
}
