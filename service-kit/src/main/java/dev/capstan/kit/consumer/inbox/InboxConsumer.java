package dev.capstan.kit.consumer.inbox;

import dev.capstan.kit.alert.Alerts;
import dev.capstan.kit.consumer.deadletter.DeadLetterRows;
import dev.capstan.kit.consumer.deadletter.DeadLetters;
import dev.capstan.kit.consumer.work.BatchTarget;
import dev.capstan.kit.crash.CrashPoint;
import dev.capstan.kit.crash.CrashPoints;
import dev.capstan.kit.failure.Infrastructure;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.kafka.EventHeaders;
import dev.capstan.kit.tracing.Traces;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Applies records one by one, each in a transaction of its own, in the order of their partition. */
final class InboxConsumer implements BatchTarget {

    private final InboxApplier<?> applier;
    private final Transactions transactions;
    private final DeadLetterRows held;
    private final DeadLetters deadLetters;
    private final Alerts alerts;

    InboxConsumer(
            InboxApplier<?> applier,
            Transactions transactions,
            DeadLetterRows held,
            DeadLetters deadLetters,
            Alerts alerts) {
        this.applier = applier;
        this.transactions = transactions;
        this.held = held;
        this.deadLetters = deadLetters;
        this.alerts = alerts;
    }

    @Override
    public String consumerName() {
        return applier.consumerName();
    }

    @Override
    public String topic() {
        return applier.topic();
    }

    @Override
    public void apply(List<ConsumerRecord<String, byte[]>> records) {
        for (ConsumerRecord<String, byte[]> message : records) {
            try {
                Traces.step(
                        "apply " + consumerName(),
                        EventHeaders.text(message.headers(), Traces.HEADER).stream()
                                .toList(),
                        () -> transactions.run(() -> applyOrHold(message)));
            } catch (RuntimeException e) {
                if (Infrastructure.isAway(e)) {
                    throw e;
                }
                putAside(message, e);
            }
            CrashPoints.reached(CrashPoint.EFFECT_COMMITTED, keyOf(message));
        }
    }

    private void applyOrHold(ConsumerRecord<String, byte[]> message) {
        String key = keyOf(message);
        // Records without a key have no order among them, so none waits for another.
        if (held.lockAndIsHeldBack(consumerName(), topic(), key) && !key.isEmpty()) {
            deadLetters.store(consumerName(), message, "follows an earlier record of its key");
        } else {
            applier.apply(message.headers(), Objects.requireNonNullElse(message.value(), new byte[0]));
        }
    }

    private void putAside(ConsumerRecord<String, byte[]> message, RuntimeException failure) {
        String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        transactions.run(() -> {
            held.lockAndIsHeldBack(consumerName(), topic(), keyOf(message));
            deadLetters.store(consumerName(), message, reason);
            alerts.raise(
                    "DEAD_LETTER",
                    keyOf(message),
                    null,
                    "consumer=" + consumerName() + " topic=" + topic() + " reason=" + reason);
        });
    }

    private static String keyOf(ConsumerRecord<String, byte[]> message) {
        return Objects.requireNonNullElse(message.key(), "");
    }
}
