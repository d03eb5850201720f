package dev.capstan.kit.alert;

import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.outbox.Outbox;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class AlertAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Alerts operationsAlerts(Outbox outbox, Transactions transactions, Ids ids, Clock clock) {
        return new OutboxAlerts(outbox, transactions, ids, clock);
    }
}
