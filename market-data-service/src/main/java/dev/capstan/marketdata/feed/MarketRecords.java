package dev.capstan.marketdata.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.marketdata.CandleEvent;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.json.EventJson;
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
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", ids.next().toString());
        header(message, "ce_type", type);
        header(message, "ce_source", SOURCE);
        header(message, "ce_time", occurredAt.toString());
        header(message, "content-type", "application/json");
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }
}
