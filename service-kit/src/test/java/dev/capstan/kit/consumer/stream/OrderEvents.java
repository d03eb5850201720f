package dev.capstan.kit.consumer.stream;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.order.OrderSnapshot;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Order events of which only key and number matter. */
final class OrderEvents {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private OrderEvents() {}

    static StreamKey newKey() {
        return new StreamKey(AccountId.of(UUID.randomUUID()), InstrumentId.parse("BTCUSDT.BINANCE"));
    }

    static OrderEvent event(StreamKey key, long number) {
        return event(key, number, null);
    }

    static OrderEvent event(StreamKey key, long number, @Nullable String detail) {
        OrderSnapshot order = new OrderSnapshot(
                OrderId.of(new UUID(0, 1)),
                ClientOrderId.parse("c1"),
                key.accountId(),
                key.instrumentId(),
                "ann",
                Side.BUY,
                OrderType.MARKET,
                TimeInForce.GTC,
                Quantity.parse("1"),
                null,
                null,
                OrderStatus.NEW,
                Quantity.ZERO,
                Quantity.parse("1"),
                null,
                null,
                0,
                false,
                false,
                NOON);
        return new OrderEvent(
                new UUID(key.hashCode(), number),
                OrderEventType.OrderReceived,
                number,
                order,
                null,
                null,
                null,
                detail,
                FactSource.REQUEST,
                NOON,
                NOON);
    }
}
