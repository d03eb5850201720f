package dev.capstan.kit.consumer.inbox;

import dev.capstan.kit.alert.Alerts;
import dev.capstan.kit.consumer.EventHandler;
import dev.capstan.kit.consumer.deadletter.DeadLetterRows;
import dev.capstan.kit.consumer.deadletter.DeadLetters;
import dev.capstan.kit.consumer.deadletter.Replayer;
import dev.capstan.kit.consumer.deadletter.Replayers;
import dev.capstan.kit.consumer.work.BatchTarget;
import dev.capstan.kit.consumer.work.BatchTargets;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.json.EventJson;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
class InboxAutoConfiguration {

    @Bean
    InboxAppliers inboxAppliers(ObjectProvider<EventHandler<?>> handlers, JdbcClient jdbc, EventJson json) {
        return new InboxAppliers(handlers, jdbc, json);
    }

    @Bean
    BatchTargets inboxConsumers(
            InboxAppliers appliers,
            Transactions transactions,
            DeadLetterRows held,
            DeadLetters deadLetters,
            Alerts alerts) {
        return () -> appliers.all().stream()
                .<BatchTarget>map(applier -> new InboxConsumer(applier, transactions, held, deadLetters, alerts))
                .toList();
    }

    @Bean
    Replayers inboxReplayers(InboxAppliers appliers) {
        return () -> appliers.all().stream().<Replayer>map(InboxReplayer::new).toList();
    }

    @Bean
    InboxPurge inboxPurge(JdbcClient jdbc) {
        return new InboxPurge(jdbc);
    }

    /** Made when the consumers start, because a handler may need anything. */
    record InboxAppliers(ObjectProvider<EventHandler<?>> handlers, JdbcClient jdbc, EventJson json) {

        List<InboxApplier<?>> all() {
            return handlers.orderedStream()
                    .<InboxApplier<?>>map(handler -> new InboxApplier<>(handler, jdbc, json))
                    .toList();
        }
    }
}
