package dev.capstan.marketdata.feed;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.marketdata.CandleEvent;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.kafka.EventHeaders;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/** Events as Kafka records: JSON, with the CloudEvents attributes as headers (binary mode), the instrument as key. */
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
        return message(
                Topics.TICK_EVENTS, tick.instrumentId().text(), "MarketTick.v1", tick.receivedAt(), json.write(tick));
    }

    ProducerRecord<String, byte[]> of(CandleEvent candle) {
        return message(
                Topics.CANDLE_EVENTS,
                candle.instrumentId().text(),
                "CandleClosed.v1",
                candle.receivedAt(),
                json.write(candle));
    }

    private ProducerRecord<String, byte[]> message(
            String topic, String key, String type, Instant occurredAt, byte[] payload) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, payload);
        EventHeaders.write(message.headers(), ids.next(), type, SOURCE, occurredAt, null);
        return message;
    }
}
