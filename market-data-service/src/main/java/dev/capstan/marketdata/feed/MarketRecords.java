package dev.capstan.marketdata.feed;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.kafka.EventHeaders;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/** Ticks as Kafka records: JSON, with the CloudEvents attributes as headers (binary mode), the instrument as key. */
@Component
class MarketRecords {

    private static final String SOURCE = "market-data-service";

    private final EventJson json;
    private final Ids ids;

    MarketRecords(EventJson json, Ids ids) {
        this.json = json;
        this.ids = ids;
    }

    ProducerRecord<String, byte[]> of(TickEvent tick) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(Topics.TICK_EVENTS, tick.instrumentId().text(), json.write(tick));
        EventHeaders.write(message.headers(), ids.next(), "MarketTick.v1", SOURCE, tick.receivedAt(), null);
        return message;
    }
}
