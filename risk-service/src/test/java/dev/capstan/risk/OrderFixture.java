package dev.capstan.risk;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.order.OrderSnapshot;
import dev.capstan.contracts.risk.ReservationRequest;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order as execution would tell of it. Each call makes the next event; the number is given by whoever orders the stream. */
public final class OrderFixture {

    public static final InstrumentId BTCUSDT = InstrumentId.parse("BTCUSDT.BINANCE");
    public static final InstrumentId ETHUSDT = InstrumentId.parse("ETHUSDT.BINANCE");
    public static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final AccountId accountId;
    private final InstrumentId instrumentId;
    private final Side side;
    private final Quantity quantity;
    private final OrderType orderType;
    private final @Nullable Price limitPrice;
    private final @Nullable Price triggerPrice;
    private final boolean external;
    private final OrderId orderId = OrderId.of(UUID.randomUUID());
    private final ClientOrderId clientOrderId = ClientOrderId.parse(
            "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 26));
    private Quantity filled = Quantity.ZERO;
    private OrderStatus status = OrderStatus.NEW;
    private int trades;

    private OrderFixture(
            AccountId accountId,
            InstrumentId instrumentId,
            Side side,
            Quantity quantity,
            OrderType orderType,
            @Nullable Price limitPrice,
            @Nullable Price triggerPrice,
            boolean external) {
        this.accountId = accountId;
        this.instrumentId = instrumentId;
        this.side = side;
        this.quantity = quantity;
        this.orderType = orderType;
        this.limitPrice = limitPrice;
        this.triggerPrice = triggerPrice;
        this.external = external;
    }

    public static OrderFixture market(AccountId accountId, InstrumentId instrumentId, Side side, String quantity) {
        return new OrderFixture(
                accountId, instrumentId, side, Quantity.parse(quantity), OrderType.MARKET, null, null, false);
    }

    public static OrderFixture limit(
            AccountId accountId, InstrumentId instrumentId, Side side, String quantity, String limitPrice) {
        return new OrderFixture(
                accountId,
                instrumentId,
                side,
                Quantity.parse(quantity),
                OrderType.LIMIT,
                Price.parse(limitPrice),
                null,
                false);
    }

    /** Waits for {@code triggerPrice}, and then trades at the market, or at a limit if it has one. */
    public static OrderFixture stop(
            AccountId accountId,
            InstrumentId instrumentId,
            Side side,
            String quantity,
            String triggerPrice,
            @Nullable String limitPrice) {
        return new OrderFixture(
                accountId,
                instrumentId,
                side,
                Quantity.parse(quantity),
                limitPrice == null ? OrderType.STOP_LOSS : OrderType.STOP_LOSS_LIMIT,
                limitPrice == null ? null : Price.parse(limitPrice),
                Price.parse(triggerPrice),
                false);
    }

    public static OrderFixture external(AccountId accountId, InstrumentId instrumentId, Side side, String quantity) {
        return new OrderFixture(
                accountId, instrumentId, side, Quantity.parse(quantity), OrderType.MARKET, null, null, true);
    }

    public static AccountId account() {
        return AccountId.of(UUID.randomUUID());
    }

    public ReservationRequest request() {
        return new ReservationRequest(
                accountId, clientOrderId, orderId, instrumentId, side, orderType, quantity, limitPrice, triggerPrice);
    }

    public OrderId orderId() {
        return orderId;
    }

    public ClientOrderId clientOrderId() {
        return clientOrderId;
    }

    public StreamKey key() {
        return new StreamKey(accountId, instrumentId);
    }

    public Side side() {
        return side;
    }

    public Quantity quantity() {
        return quantity;
    }

    public Quantity filled() {
        return filled;
    }

    public OrderStatus status() {
        return status;
    }

    public OrderEvent received(long number) {
        return event(OrderEventType.OrderReceived, OrderStatus.NEW, number, null);
    }

    public OrderEvent approved(long number) {
        return event(OrderEventType.OrderApproved, OrderStatus.NEW, number, null);
    }

    public OrderEvent submitted(long number) {
        return event(OrderEventType.OrderSubmitted, OrderStatus.SUBMITTED, number, null);
    }

    public OrderEvent accepted(long number) {
        return event(OrderEventType.OrderAccepted, OrderStatus.ACCEPTED, number, null);
    }

    public OrderEvent ended(OrderEventType type, OrderStatus end, long number) {
        return event(type, end, number, null);
    }

    public OrderEvent canceled(long number) {
        return event(OrderEventType.OrderCanceled, OrderStatus.CANCELED, number, null);
    }

    public OrderEvent reopened(long number) {
        return event(OrderEventType.OrderReopened, OrderStatus.ACCEPTED, number, null);
    }

    public OrderEvent fill(String lastQuantity, String price, long number) {
        return fill(Quantity.parse(lastQuantity), price, "0", "BNB", number);
    }

    public OrderEvent fill(
            Quantity lastQuantity, String price, String commission, String commissionAsset, long number) {
        filled = filled.plus(lastQuantity);
        OrderStatus after = filled.equals(quantity) ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        trades++;
        FillDetails details = new FillDetails(
                TradeId.parse(orderId.text() + "-" + trades),
                VenueOrderId.parse(orderId.text()),
                trades,
                Price.parse(price),
                lastQuantity,
                Asset.parse(instrumentId.symbol().substring(0, 3)),
                Asset.parse("USDT"),
                Money.parse(commission),
                Asset.parse(commissionAsset),
                false,
                NOW);
        return event(OrderEventType.OrderFilled, after, number, details);
    }

    /** {@code event} under another number, as a stream would have given it. */
    public static OrderEvent numbered(OrderEvent event, long number) {
        return new OrderEvent(
                event.eventId(),
                event.type(),
                number,
                event.order(),
                event.fill(),
                event.denialReason(),
                event.endReason(),
                event.detail(),
                event.source(),
                event.occurredAt(),
                event.recordedAt());
    }

    private OrderEvent event(OrderEventType type, OrderStatus after, long number, @Nullable FillDetails fill) {
        status = after;
        return new OrderEvent(
                UUID.randomUUID(),
                type,
                number,
                snapshot(),
                fill,
                null,
                null,
                null,
                FactSource.STREAM,
                NOW,
                NOW.plusSeconds(number));
    }

    private OrderSnapshot snapshot() {
        return new OrderSnapshot(
                orderId,
                clientOrderId,
                accountId,
                instrumentId,
                external ? "venue" : "trader",
                side,
                orderType,
                TimeInForce.GTC,
                quantity,
                limitPrice,
                triggerPrice,
                status,
                filled,
                quantity.minus(filled),
                null,
                null,
                1,
                false,
                external,
                NOW);
    }
}
