package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.execution.account.LiveTrading;
import dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment;
import dev.capstan.kit.alert.Alerts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The configured addresses, one per kind of account, each with its clock and rules kept fresh. */
@Component
@EnableConfigurationProperties(BinanceSettings.class)
class BinanceEnvironments implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BinanceEnvironments.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration FIRST_ANSWERS = Duration.ofSeconds(3);

    private final Map<AccountKind, BinanceEnvironment> environments = new EnumMap<>(AccountKind.class);
    private final List<Thread> refreshing = new ArrayList<>();
    private final CircuitAlerts circuitAlerts;

    BinanceEnvironments(BinanceSettings settings, LiveTrading liveTrading, Alerts alerts, Clock clock) {
        this.circuitAlerts = new CircuitAlerts(
                alerts, clock, task -> Thread.ofVirtual().name("circuit-alert").start(task));
        add(AccountKind.PAPER, settings.paperRestUrl(), settings.paperWsApiUrl(), clock);
        if (liveTrading.allowed()) {
            add(AccountKind.LIVE, settings.liveRestUrl(), settings.liveWsApiUrl(), clock);
        }
    }

    private void add(AccountKind kind, @Nullable URI rest, @Nullable URI webSocketApi, Clock clock) {
        if (rest != null && webSocketApi != null) {
            environments.put(kind, new BinanceEnvironment(kind, rest, webSocketApi, clock));
        }
    }

    Optional<BinanceEnvironment> of(AccountKind kind) {
        return Optional.ofNullable(environments.get(kind));
    }

    /** LIVE last in the enum, and last here. */
    Collection<BinanceEnvironment> all() {
        return environments.values();
    }

    /** Waits a moment for the first answers, so that the first request finds the instruments; a venue that is away holds nobody up. */
    @Override
    public synchronized void start() {
        CountDownLatch asked = new CountDownLatch(environments.size());
        for (BinanceEnvironment environment : environments.values()) {
            refreshing.add(Thread.ofVirtual()
                    .name("venue-refresh-" + environment.kind())
                    .start(() -> keepFresh(environment, asked)));
        }
        try {
            if (!asked.await(FIRST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A venue has not answered yet; starting without its instruments");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepFresh(BinanceEnvironment environment, CountDownLatch asked) {
        try {
            while (true) {
                refresh(environment);
                asked.countDown();
                Thread.sleep(TICK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A fault of ours in one round must not be the last round. */
    private void refresh(BinanceEnvironment environment) {
        try {
            environment.refresh();
            circuitAlerts.look(environment);
        } catch (RuntimeException e) {
            LOG.error("Refreshing {} failed", environment.kind(), e);
        }
    }

    /** Ends running calls too: what they would have answered is queried by the next owner. */
    @Override
    public synchronized void stop() {
        refreshing.forEach(Thread::interrupt);
        refreshing.clear();
        environments.values().forEach(BinanceEnvironment::close);
    }

    @Override
    public synchronized boolean isRunning() {
        return !refreshing.isEmpty();
    }

    /** Up before the sessions that need it, down after them. */
    @Override
    public int getPhase() {
        return -1000;
    }
}
