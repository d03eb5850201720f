package dev.capstan.kit.testing;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.account.AccountEvent;
import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.contracts.marketdata.CandleEvent;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.kafka.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what the other services would. */
public final class OtherServices implements AutoCloseable {

    private final EventJson json = new EventJson(JsonDialect.mapper());
    private final KafkaProducer<String, byte[]> producer;

    public OtherServices(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public void order(OrderEvent event) {
        send(
                Topics.ORDER_EVENTS,
                event.streamKey().text(),
                event.eventId(),
                event.type() + ".v1",
                event.recordedAt(),
                json.write(event));
    }

    public void garbage(String key) {
        send(
                Topics.ORDER_EVENTS,
                key,
                UUID.randomUUID(),
                "OrderFilled.v1",
                Instant.EPOCH,
                "{not json".getBytes(StandardCharsets.UTF_8));
    }

    public void account(AccountId accountId, String ownerSubject) {
        AccountEvent event = new AccountEvent(
                accountId,
                "test",
                AccountKind.PAPER,
                VenueId.parse("BINANCE"),
                ownerSubject,
                List.of(),
                1,
                Instant.now());
        send(
                Topics.ACCOUNT_EVENTS,
                accountId.text(),
                UUID.randomUUID(),
                "AccountChanged.v1",
                event.recordedAt(),
                json.write(event));
    }

    public void balances(BalanceSnapshotEvent event) {
        send(
                Topics.BALANCE_EVENTS,
                event.accountId().text(),
                event.eventId(),
                "BalancesObserved.v1",
                event.observedAt(),
                json.write(event));
    }

    public void candle(CandleEvent event) {
        send(
                Topics.CANDLE_EVENTS,
                event.instrumentId().text(),
                UUID.randomUUID(),
                "CandleClosed.v1",
                event.receivedAt(),
                json.write(event));
    }

    public void tradingState(TradingStateEvent event) {
        send(
                Topics.TRADING_STATE_EVENTS,
                event.key(),
                UUID.randomUUID(),
                "TradingStateChanged.v1",
                event.changedAt(),
                json.write(event));
    }

    public void tick(InstrumentId instrumentId, String price) {
        Instant now = Instant.now();
        TickEvent event = new TickEvent(instrumentId, "", Price.parse(price), Quantity.parse("1"), 1, now, now);
        send(Topics.TICK_EVENTS, instrumentId.text(), UUID.randomUUID(), "MarketTrade.v1", now, json.write(event));
    }

    private void send(String topic, String key, UUID eventId, String type, Instant occurredAt, byte[] payload) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, payload);
        EventHeaders.write(message.headers(), eventId, type, "test", occurredAt, null);
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
