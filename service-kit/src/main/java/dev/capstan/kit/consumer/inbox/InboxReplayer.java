package dev.capstan.kit.consumer.inbox;

import dev.capstan.kit.consumer.deadletter.DeadLetter;
import dev.capstan.kit.consumer.deadletter.Replayer;
import dev.capstan.kit.kafka.EventHeaders;
import org.apache.kafka.common.header.internals.RecordHeaders;

final class InboxReplayer implements Replayer {

    private final InboxApplier<?> applier;

    InboxReplayer(InboxApplier<?> applier) {
        this.applier = applier;
    }

    @Override
    public String consumerName() {
        return applier.consumerName();
    }

    @Override
    public void replay(DeadLetter letter) {
        RecordHeaders headers = new RecordHeaders();
        letter.headers().forEach((name, value) -> EventHeaders.put(headers, name, value));
        applier.apply(headers, letter.payload());
    }
}
