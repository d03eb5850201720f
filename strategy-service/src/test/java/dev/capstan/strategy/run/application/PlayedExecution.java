package dev.capstan.strategy.run.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.order.OrderSnapshot;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.RunFixture;
import dev.capstan.strategy.run.domain.RunSpec;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plays execution and a venue: an order exists once per key and fills at the price that plays. Its events wait until they are taken. */
final class PlayedExecution implements OrderDesk {

    static final long COMMISSION_MILLIONTHS = 1_000;

    private static final CommissionRate COMMISSION = new CommissionRate(COMMISSION_MILLIONTHS);

    private final Map<String, OrderId> orders = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Queue<OrderEvent> events = new ArrayDeque<>();
    private final Queue<UnaryOperator<Answer>> accidents = new ArrayDeque<>();
    private @Nullable DenialReason denial;
    private boolean away;
    private boolean silent;
    private long playing;
    private long number;
    private long trades;

    void plays(long price) {
        playing = price;
    }

    /** The next order is denied. */
    void deniesNext(DenialReason reason) {
        denial = reason;
    }

    /** Calls do not arrive. */
    void isAway(boolean isAway) {
        away = isAway;
    }

    /** Orders are taken, and nothing becomes of them yet. */
    void isSilent(boolean isSilent) {
        silent = isSilent;
    }

    /** What happens to the answer of the next call that arrives. */
    void nextAnswer(UnaryOperator<Answer> accident) {
        accidents.add(accident);
    }

    List<String> calls() {
        return calls;
    }

    int orders() {
        return orders.size();
    }

    synchronized List<OrderEvent> takeEvents() {
        List<OrderEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    @Override
    public synchronized Answer place(RunSpec spec, String owner, Attempt attempt) {
        if (away) {
            return new Answer.None("nobody is there");
        }
        calls.add(attempt.key());
        OrderId known = orders.get(attempt.key());
        Answer answer = new Answer.Known(known == null ? first(attempt) : known);
        UnaryOperator<Answer> accident = accidents.poll();
        return accident == null ? answer : accident.apply(answer);
    }

    private OrderId first(Attempt attempt) {
        OrderId id = OrderId.of(UUID.randomUUID());
        orders.put(attempt.key(), id);
        say(OrderEventType.OrderReceived, OrderStatus.NEW, id, attempt, null);
        DenialReason reason = denial;
        denial = null;
        if (reason != null) {
            events.add(event(OrderEventType.OrderDenied, OrderStatus.DENIED, id, attempt, null, reason, null));
        } else if (!silent) {
            say(OrderEventType.OrderApproved, OrderStatus.NEW, id, attempt, null);
            say(OrderEventType.OrderAccepted, OrderStatus.ACCEPTED, id, attempt, null);
            say(OrderEventType.OrderFilled, OrderStatus.FILLED, id, attempt, fill(attempt));
        }
        return id;
    }

    /** An event that comes whenever the test says. */
    OrderEvent lateFill(Attempt attempt) {
        OrderId id = orders.getOrDefault(attempt.key(), OrderId.of(UUID.randomUUID()));
        return event(OrderEventType.OrderFilled, OrderStatus.FILLED, id, attempt, fill(attempt), null, null);
    }

    /** One that charges {@code commission} in the base asset. */
    OrderEvent lateFillWith(Attempt attempt, BigDecimal commission) {
        FillDetails usual = fill(attempt);
        FillDetails fill = new FillDetails(
                usual.tradeId(),
                usual.venueOrderId(),
                usual.tradeOrder(),
                usual.lastPrice(),
                usual.lastQuantity(),
                usual.baseAsset(),
                usual.quoteAsset(),
                Money.of(commission),
                RunFixture.BTC,
                false,
                Instant.EPOCH);
        OrderId id = orders.getOrDefault(attempt.key(), OrderId.of(UUID.randomUUID()));
        return event(OrderEventType.OrderFilled, OrderStatus.FILLED, id, attempt, fill, null, null);
    }

    OrderEvent expired(Attempt attempt, EndReason reason) {
        OrderId id = orders.getOrDefault(attempt.key(), OrderId.of(UUID.randomUUID()));
        return event(OrderEventType.OrderExpired, OrderStatus.EXPIRED, id, attempt, null, null, reason);
    }

    private void say(OrderEventType type, OrderStatus status, OrderId id, Attempt attempt, @Nullable FillDetails fill) {
        events.add(event(type, status, id, attempt, fill, null, null));
    }

    private FillDetails fill(Attempt attempt) {
        trades++;
        boolean isBuy = attempt.side() == Side.BUY;
        long received = isBuy ? attempt.quantity() : Decimal8.amount(playing, attempt.quantity());
        return new FillDetails(
                TradeId.parse(Long.toString(trades)),
                VenueOrderId.parse(Long.toString(trades)),
                trades,
                Price.of(Decimal8.decimal(playing)),
                Quantity.of(Decimal8.decimal(attempt.quantity())),
                RunFixture.BTC,
                RunFixture.USDT,
                Money.of(Decimal8.decimal(COMMISSION.on(received))),
                isBuy ? RunFixture.BTC : RunFixture.USDT,
                false,
                Instant.EPOCH);
    }

    private OrderEvent event(
            OrderEventType type,
            OrderStatus status,
            OrderId id,
            Attempt attempt,
            @Nullable FillDetails fill,
            @Nullable DenialReason reason,
            @Nullable EndReason end) {
        number++;
        Quantity quantity = Quantity.of(Decimal8.decimal(attempt.quantity()));
        boolean filled = status == OrderStatus.FILLED;
        OrderSnapshot order = new OrderSnapshot(
                id,
                attempt.clientOrderId(),
                AccountId.of(new UUID(0, 1)),
                RunFixture.BTCUSDT,
                RunFixture.OWNER,
                attempt.side(),
                OrderType.MARKET,
                TimeInForce.GTC,
                quantity,
                null,
                null,
                status,
                filled ? quantity : Quantity.ZERO,
                filled ? Quantity.ZERO : quantity,
                null,
                null,
                1,
                false,
                false,
                Instant.EPOCH);
        return new OrderEvent(
                new UUID(1, number),
                type,
                number,
                order,
                fill,
                reason,
                end,
                null,
                FactSource.STREAM,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Override
    public synchronized Optional<Boolean> has(Attempt attempt) {
        return away ? Optional.empty() : Optional.of(orders.containsKey(attempt.key()));
    }
}
