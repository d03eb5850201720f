package dev.capstan.gateway.limit;

import dev.capstan.gateway.limit.Budget.Kind;
import dev.capstan.gateway.limit.Budget.Window;
import dev.capstan.gateway.limit.Verdict.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts calls and says when it is enough. */
@Component
class RateLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);

    /** The table is not asked again for so long after it failed, so that no call waits for it twice. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final LimitSettings settings;
    private final SharedCounts shared;
    private final Clock clock;
    private final Counts counts = new Counts();
    private volatile Instant nextAttempt = Instant.MIN;

    RateLimiter(LimitSettings settings, SharedCounts shared, Clock clock) {
        this.settings = settings;
        this.shared = shared;
        this.clock = clock;
    }

    /**
     * Counts one call.
     *
     * @param user subject of the caller's token, where the group has one
     */
    Verdict count(RouteGroup group, @Nullable String user, String address) {
        Instant now = clock.instant();
        List<Budget> budgets = new ArrayList<>();
        if (group.hasUser() && user != null) {
            budgets.add(Budget.of(group, Kind.USER, user, settings.perUser(group)));
        }
        budgets.add(Budget.of(group, Kind.ADDRESS, address, settings.perAddress(group)));
        return isSpent(budgets, now) ? refused(budgets, now) : counted(group, budgets, now);
    }

    /** A call that is refused anyway is not counted: somebody who is out of calls takes none from others at the same address. */
    private boolean isSpent(List<Budget> budgets, Instant now) {
        return budgets.stream().anyMatch(budget -> counts.used(budget.windowAt(now)) >= budget.quota());
    }

    private Verdict refused(List<Budget> budgets, Instant now) {
        return verdict(budgets, now, window -> counts.used(window) + 1);
    }

    private Verdict counted(RouteGroup group, List<Budget> budgets, Instant now) {
        Map<Window, Long> sums = group.isExact() ? addedAtOnce(budgets, now) : Map.of();
        return verdict(budgets, now, window -> {
            Long sum = sums.get(window);
            return sum == null ? counts.add(window, 1) : counts.added(window, sum);
        });
    }

    /** Empty while the table is out of reach. */
    private Map<Window, Long> addedAtOnce(List<Budget> budgets, Instant now) {
        if (now.isBefore(nextAttempt)) {
            return Map.of();
        }
        Map<Window, Long> calls = new HashMap<>();
        budgets.forEach(budget -> calls.put(budget.windowAt(now), 1L));
        try {
            return shared.add(calls);
        } catch (DataAccessException e) {
            nextAttempt = clock.instant().plus(PAUSE);
            LOG.warn("calls are counted by this gateway alone, the database does not answer: {}", e.getMessage());
            return Map.of();
        }
    }

    /** Each window's figure is taken once: what others count meanwhile is theirs. */
    private static Verdict verdict(List<Budget> budgets, Instant now, ToLongFunction<Window> used) {
        List<Standing> standings = budgets.stream()
                .map(budget -> {
                    Window window = budget.windowAt(now);
                    return new Standing(budget, window, used.applyAsLong(window));
                })
                .toList();
        return new Verdict(standings, now);
    }

    /** The call was refused for who made it, so it costs its address nothing; it stays on its user's account. */
    void giveBackToAddress(Verdict verdict) {
        verdict.standings().stream()
                .filter(standing -> standing.budget().kind() == Kind.ADDRESS)
                .forEach(standing -> counts.add(standing.window(), -1));
    }

    /** Tells the other gateways what was counted here and hears what they counted. */
    @Scheduled(fixedDelay = 1000)
    void exchange() {
        counts.forgetEndedBefore(clock.instant());
        Map<Window, Long> untold = counts.untold();
        if (untold.isEmpty() || clock.instant().isBefore(nextAttempt)) {
            return;
        }
        try {
            shared.add(untold).forEach((window, sum) -> counts.told(window, untold.getOrDefault(window, 0L), sum));
        } catch (DataAccessException e) {
            nextAttempt = clock.instant().plus(PAUSE);
            LOG.warn("counts of calls are not exchanged, the database does not answer: {}", e.getMessage());
        }
    }

    @Scheduled(fixedDelay = 60_000)
    void purge() {
        try {
            shared.purge();
        } catch (DataAccessException e) {
            LOG.warn("ended windows stay until the next round: {}", e.getMessage());
        }
    }
}
