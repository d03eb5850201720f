package dev.capstan.execution.reconciliation.config;

import dev.capstan.execution.account.Accounts;
import dev.capstan.execution.order.application.VenueReportIntake;
import dev.capstan.execution.reconciliation.application.Reconcile;
import dev.capstan.execution.reconciliation.application.ReconciliationLoops;
import dev.capstan.execution.reconciliation.domain.OrderBook;
import dev.capstan.execution.reconciliation.domain.ReconciliationRuns;
import dev.capstan.execution.venue.domain.VenueClients;
import dev.capstan.kit.ids.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the use cases together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationSettings.class)
class ReconciliationConfiguration {

    @Bean
    Reconcile reconcile(
            Accounts accounts,
            VenueClients clients,
            OrderBook book,
            VenueReportIntake intake,
            ReconciliationRuns runs,
            Ids ids,
            Clock clock) {
        return new Reconcile(accounts, clients, book, intake, runs, ids, clock);
    }

    @Bean
    ReconciliationLoops reconciliationLoops(
            Reconcile reconcile, ReconciliationRuns runs, ReconciliationSettings settings, MeterRegistry metrics) {
        return new ReconciliationLoops(reconcile, runs, new ReconciliationMetrics(metrics), settings.pace());
    }
}
