package dev.capstan.trading.evidence;

import static dev.capstan.trading.evidence.Exact.instant;
import static dev.capstan.trading.evidence.Exact.money;
import static dev.capstan.trading.evidence.Exact.price;
import static dev.capstan.trading.evidence.Exact.quantity;

import dev.capstan.contracts.backtest.EvidenceFill;
import dev.capstan.contracts.backtest.EvidenceOrder;
import dev.capstan.contracts.backtest.EvidenceRoundTrip;
import dev.capstan.trading.engine.RoundTrip;
import dev.capstan.trading.engine.SimulatedFill;
import dev.capstan.trading.engine.SimulatedOrder;
import dev.capstan.trading.run.TradeIntent;

/** Orders, fills and round trips of the evidence. */
final class EvidenceRows {

    private EvidenceRows() {}

    static EvidenceOrder order(SimulatedOrder order) {
        TradeIntent intent = order.intent();
        return new EvidenceOrder(
                intent.number(),
                instant(intent.decidedAt()),
                intent.side(),
                quantity(intent.quantity()),
                intent.reason().name(),
                price(intent.stop()),
                intent.target() == 0 ? null : price(intent.target()),
                instant(order.placedAt()),
                order.stage().status(),
                quantity(order.filledQuantity()),
                order.denial());
    }

    static EvidenceFill fill(SimulatedFill fill) {
        return new EvidenceFill(
                fill.order(),
                instant(fill.occurredAt()),
                fill.side(),
                price(fill.price()),
                quantity(fill.quantity()),
                money(fill.commission()));
    }

    static EvidenceRoundTrip roundTrip(RoundTrip trip) {
        return new EvidenceRoundTrip(
                instant(trip.openedAt()),
                instant(trip.closedAt()),
                quantity(trip.quantity()),
                money(trip.paid()),
                money(trip.received()),
                money(trip.realizedPnl()));
    }
}
