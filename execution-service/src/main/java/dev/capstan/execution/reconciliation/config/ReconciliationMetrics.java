package dev.capstan.execution.reconciliation.config;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.reconciliation.application.RunListener;
import dev.capstan.execution.reconciliation.domain.Difference;
import dev.capstan.execution.reconciliation.domain.ReconciliationRun;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts runs and differences, and says how old the last complete run of each account is. */
final class ReconciliationMetrics implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationMetrics.class);

    private final MeterRegistry metrics;
    private final Map<AccountId, Long> completedAt = new ConcurrentHashMap<>();

    ReconciliationMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void finished(ReconciliationRun run) {
        metrics.counter("reconciliation.runs", "complete", String.valueOf(run.complete()))
                .increment();
        run.differences().forEach(this::count);
        if (run.complete()) {
            completed(run);
        } else {
            LOG.warn("Account {} could not be compared with the venue: {}", run.accountId(), run.error());
        }
    }

    private void count(Difference difference) {
        metrics.counter("reconciliation.differences", "kind", difference.kind().name())
                .increment();
    }

    private void completed(ReconciliationRun run) {
        if (completedAt.put(run.accountId(), run.finishedAt().getEpochSecond()) == null) {
            Gauge.builder("reconciliation.last.complete.timestamp.seconds", () -> completedAt.get(run.accountId()))
                    .tag("account", run.accountId().text())
                    .register(metrics);
        }
        if (!run.differences().isEmpty()) {
            LOG.warn("Account {} differed from the venue: {}", run.accountId(), run.differences());
        }
    }

    @Override
    public void failed(AccountId accountId, RuntimeException cause) {
        metrics.counter("reconciliation.runs", "complete", "false").increment();
        LOG.warn("Account {} could not be compared with the venue", accountId, cause);
    }
}
