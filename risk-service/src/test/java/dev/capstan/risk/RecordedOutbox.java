package dev.capstan.risk;

import dev.capstan.contracts.operations.AlertEvent;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what would be published. */
public final class RecordedOutbox implements Outbox {

    private final List<OutboxMessage> messages = new CopyOnWriteArrayList<>();

    @Override
    public void append(List<OutboxMessage> more) {
        messages.addAll(more);
    }

    public List<AlertEvent> alerts() {
        return messages.stream()
                .map(OutboxMessage::payload)
                .map(AlertEvent.class::cast)
                .toList();
    }
}
