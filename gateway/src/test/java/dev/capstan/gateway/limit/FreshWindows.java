package dev.capstan.gateway.limit;

import dev.capstan.gateway.limit.Budget.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Callers none of whose windows ends soon: a count that begins anew in the middle of a test proves nothing. */
public final class FreshWindows {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final List<RouteGroup> OF_A_USER = List.of(RouteGroup.READS, RouteGroup.WRITES, RouteGroup.STRATEGY);

    private FreshWindows() {}

    /** A user nobody has seen. */
    public static String user() {
        return first(
                () -> "user-" + UUID.randomUUID(),
                user -> OF_A_USER.stream().map(group -> Budget.of(group, Kind.USER, user, 1)));
    }

    /** An address nobody has called from, for {@code X-Forwarded-For}. */
    public static String address() {
        return first(
                () -> "2001:db8:" + hex() + ":" + hex() + "::1",
                address -> Stream.of(RouteGroup.values())
                        .map(group -> Budget.of(group, Kind.ADDRESS, CallerAddress.of(address), 1)));
    }

    private static String first(Supplier<String> names, Function<String, Stream<Budget>> budgets) {
        Instant now = Instant.now();
        return Stream.generate(names)
                .limit(10_000)
                .filter(name -> budgets.apply(name)
                        .allMatch(budget -> budget.windowAt(now).end().isAfter(now.plus(LONG_ENOUGH))))
                .findFirst()
                .orElseThrow();
    }

    private static String hex() {
        return UUID.randomUUID().toString().substring(0, 4);
    }
}
