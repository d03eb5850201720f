package dev.capstan.kit.outbox;

import dev.capstan.kit.json.EventJson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

@AutoConfiguration(after = JdbcTemplateAutoConfiguration.class)
class OutboxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(Outbox.class)
    JdbcOutbox outbox(JdbcOperations jdbc, EventJson json, ObjectProvider<RelaySignal> relay) {
        return new JdbcOutbox(jdbc, json, relay.getIfAvailable(() -> () -> {}));
    }

    @Bean
    @ConditionalOnBean(JdbcOutbox.class)
    OutboxActivity outboxActivity(JdbcOperations jdbc, JdbcOutbox outbox) {
        return new OutboxActivity(JdbcClient.create(jdbc), outbox::appended);
    }
}
