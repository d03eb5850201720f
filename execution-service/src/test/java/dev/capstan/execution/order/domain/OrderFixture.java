package dev.capstan.execution.order.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.execution.venue.domain.VenueReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A limit order to buy 3 BTC at 100, in any state; a test says only what matters to it. */
public final class OrderFixture {

    public static final Instant T0 = Instant.parse("2026-11-20T09:00:00Z");
    static final InstrumentId INSTRUMENT = InstrumentId.parse("BTCUSDT.BINANCE");
    static final VenueOrderId VENUE_ORDER = new VenueOrderId("4711");

    private OrderFixture() {}

    public static OrderTerms terms() {
        return new OrderTerms(
                OrderId.of(new UUID(1, 1)),
                new ClientOrderId("c1"),
                AccountId.of(new UUID(2, 2)),
                INSTRUMENT,
                "trader-1",
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                Quantity.parse("3"),
                Price.parse("100"),
                null,
                new RequestOrigin("key", "fingerprint"),
                T0,
                T0.plusSeconds(5));
    }

    static Order undecided() {
        return Order.received(terms()).after();
    }

    static Order approved() {
        return undecided().approve(T0).after();
    }

    public static Order submitted() {
        return approved().submit(claim(1)).after();
    }

    static Order inDoubt() {
        return submitted().fallInDoubt("lost", T0).after();
    }

    static Claim claim(int attempt) {
        return new Claim("execution-1", 1, attempt, T0, Duration.ofSeconds(3), T0, null);
    }

    public static VenueReport report(VenueOrderState state, String executed, VenueFill... fills) {
        OrderTerms terms = terms();
        return new VenueReport(
                terms.accountId(),
                INSTRUMENT,
                terms.clientOrderId(),
                VENUE_ORDER,
                terms.side(),
                terms.orderType(),
                terms.timeInForce(),
                terms.quantity(),
                terms.limitPrice(),
                terms.triggerPrice(),
                state,
                Quantity.parse(executed),
                List.of(fills),
                FactSource.STREAM,
                null,
                T0,
                T0.plusSeconds(1));
    }

    public static VenueFill fill(long trade, String quantity) {
        return new VenueFill(
                new TradeId(String.valueOf(trade)),
                VENUE_ORDER,
                trade,
                Price.parse("100"),
                Quantity.parse(quantity),
                Money.parse("0.001"),
                new Asset("BTC"),
                true,
                T0.plusMillis(trade));
    }

    static FillDetails details(VenueFill fill) {
        return new FillDetails(
                fill.tradeId(),
                fill.venueOrderId(),
                fill.tradeOrder(),
                fill.lastPrice(),
                fill.lastQuantity(),
                new Asset("BTC"),
                new Asset("USDT"),
                fill.commission(),
                fill.commissionAsset(),
                fill.maker(),
                fill.occurredAt());
    }

    /** Books a report whose fills are all new. */
    public static OrderChange book(Order order, VenueReport report) {
        return VenueFacts.book(
                order,
                report,
                report.fills().stream().map(OrderFixture::details).toList());
    }
}
