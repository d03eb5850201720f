package dev.capstan.risk.service;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.account.AccountEvent;
import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.kafka.EventHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends what the other services would send. */
final class Publisher implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    Publisher(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void tick(InstrumentId instrumentId, String price) {
        Instant now = Instant.now();
        TickEvent tick = new TickEvent(instrumentId, "test", Price.parse(price), Quantity.parse("1"), 1, now, now);
        send(Topics.TICK_EVENTS, instrumentId.text(), UUID.randomUUID(), "Tick.v1", tick);
    }

    void account(AccountId accountId, String ownerSubject) {
        AccountEvent account = new AccountEvent(
                accountId,
                "test",
                AccountKind.PAPER,
                VenueId.parse("BINANCE"),
                ownerSubject,
                List.of(),
                1,
                Instant.now());
        send(Topics.ACCOUNT_EVENTS, accountId.text(), UUID.randomUUID(), "AccountChanged.v1", account);
    }

    void order(OrderEvent event) {
        send(Topics.ORDER_EVENTS, event.streamKey().text(), event.eventId(), event.type() + ".v1", event);
    }

    private void send(String topic, String key, UUID eventId, String type, Object payload) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic, key, JsonDialect.mapper().writeValueAsBytes(payload));
        EventHeaders.write(message.headers(), eventId, type, "test", Instant.now(), null);
        try {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
