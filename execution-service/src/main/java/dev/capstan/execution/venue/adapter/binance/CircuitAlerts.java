package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment;
import dev.capstan.execution.venue.adapter.binance.http.CircuitBreaker;
import dev.capstan.kit.alert.Alerts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells operators that a venue's API answers nobody: when its circuit opens, and every five minutes while it stays open. */
final class CircuitAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(CircuitAlerts.class);
    private static final String CODE = "VENUE_CIRCUIT_OPEN";
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final Alerts alerts;
    private final Clock clock;
    private final Executor aside;
    private final Map<String, Instant> raised = new ConcurrentHashMap<>();

    /** @param aside where alerts are stored: a database that is away must not keep anybody from asking the venue */
    CircuitAlerts(Alerts alerts, Clock clock, Executor aside) {
        this.alerts = alerts;
        this.clock = clock;
        this.aside = aside;
    }

    /** Called every second or so. */
    void look(BinanceEnvironment environment) {
        look("BINANCE-" + environment.kind() + "-REST", environment.restBreaker());
        look("BINANCE-" + environment.kind() + "-STREAM", environment.streamBreaker());
    }

    private void look(String subject, CircuitBreaker breaker) {
        Optional<Instant> since = breaker.openSince();
        if (since.isEmpty()) {
            raised.remove(subject);
        } else if (isDue(raised.get(subject))) {
            raised.put(subject, clock.instant());
            aside.execute(() -> raise(subject, since.get()));
        }
    }

    private boolean isDue(@Nullable Instant last) {
        return last == null || !clock.instant().isBefore(last.plus(AGAIN));
    }

    /** An alert that cannot be stored is tried again at the next look. */
    private void raise(String subject, Instant since) {
        try {
            alerts.raise(CODE, subject, null, "openSince=" + since);
        } catch (DataAccessException | TransactionException e) {
            raised.remove(subject);
            LOG.warn("The alert {} about {} could not be stored: {}", CODE, subject, e.getMessage());
        }
    }
}
