package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.value.Price;
import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.Vocabulary;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders as REST answers them: to a submit, a cancel, a query or a listing. */
final class OrderReplies {

    private OrderReplies() {}

    static VenueReport parse(Fields order, AccountId accountId, FactSource source) {
        return new VenueReport(
                accountId,
                order.value("symbol", Vocabulary::instrument),
                clientOrderId(order),
                venueOrderId(order),
                order.value("side", Vocabulary::side),
                order.value("type", Vocabulary::orderType),
                order.value("timeInForce", Vocabulary::timeInForce),
                order.quantity("origQty"),
                price(order, "price"),
                price(order, "stopPrice"),
                order.value("status", Vocabulary::state),
                order.quantity("executedQty"),
                order.has("fills") ? fills(order) : List.of(),
                source,
                order.textOrNull("expiryReason"),
                placedAt(order),
                occurredAt(order));
    }

    /** The answer to a cancel names the cancel itself {@code clientOrderId} and the order {@code origClientOrderId}. */
    private static ClientOrderId clientOrderId(Fields order) {
        String name = order.has("origClientOrderId") ? "origClientOrderId" : "clientOrderId";
        return order.value(name, ClientOrderId::parse);
    }

    private static VenueOrderId venueOrderId(Fields order) {
        return VenueOrderId.parse(Long.toString(order.number("orderId")));
    }

    /** The venue writes a price that an order does not have as zero, or leaves it out. */
    private static @Nullable Price price(Fields order, String name) {
        return !order.has(name) || order.price(name).isZero() ? null : order.price(name);
    }

    /** {@code time} is missing in the answers to a submit and a cancel; {@code workingTime} is -1 for what does not rest. */
    private static Instant placedAt(Fields order) {
        if (order.has("time")) {
            return order.instant("time");
        }
        return order.has("workingTime") && order.number("workingTime") > 0
                ? order.instant("workingTime")
                : occurredAt(order);
    }

    private static Instant occurredAt(Fields order) {
        return order.instant(order.has("transactTime") ? "transactTime" : "updateTime");
    }

    /** Fills that come with the answer to a submit took liquidity: a resting order has none yet. */
    private static List<VenueFill> fills(Fields order) {
        Instant occurredAt = occurredAt(order);
        return order.list("fills").stream()
                .map(fill -> fill(fill, venueOrderId(order), false, occurredAt))
                .toList();
    }

    /** One row of the account's trades. */
    static VenueFill trade(Fields trade) {
        long tradeId = trade.number("id");
        return new VenueFill(
                TradeId.parse(Long.toString(tradeId)),
                venueOrderId(trade),
                tradeId,
                trade.price("price"),
                trade.quantity("qty"),
                trade.money("commission"),
                trade.value("commissionAsset", Asset::parse),
                trade.flag("isMaker"),
                trade.instant("time"));
    }

    private static VenueFill fill(Fields fill, VenueOrderId venueOrderId, boolean maker, Instant occurredAt) {
        long tradeId = fill.number("tradeId");
        return new VenueFill(
                TradeId.parse(Long.toString(tradeId)),
                venueOrderId,
                tradeId,
                fill.price("price"),
                fill.quantity("qty"),
                fill.money("commission"),
                fill.value("commissionAsset", Asset::parse),
                maker,
                occurredAt);
    }
}
