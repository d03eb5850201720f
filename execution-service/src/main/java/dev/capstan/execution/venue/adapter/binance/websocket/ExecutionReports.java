package dev.capstan.execution.venue.adapter.binance.websocket;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.value.Price;
import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.MalformedReplyException;
import dev.capstan.execution.venue.adapter.binance.protocol.Vocabulary;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code executionReport} events. */
final class ExecutionReports {

    private static final String NO_ID = "null";

    private final AccountId accountId;
    private final Function<InstrumentId, Optional<InstrumentRules>> rules;

    ExecutionReports(AccountId accountId, Function<InstrumentId, Optional<InstrumentRules>> rules) {
        this.accountId = accountId;
        this.rules = rules;
    }

    VenueReport parse(Fields event) {
        return new VenueReport(
                accountId,
                event.value("s", Vocabulary::instrument),
                clientOrderId(event),
                venueOrderId(event),
                event.value("S", Vocabulary::side),
                event.value("o", Vocabulary::orderType),
                event.value("f", Vocabulary::timeInForce),
                event.quantity("q"),
                price(event, "p"),
                price(event, "P"),
                event.value("X", Vocabulary::state),
                event.quantity("z"),
                event.text("x").equals("TRADE") ? List.of(fill(event)) : List.of(),
                FactSource.STREAM,
                reason(event),
                event.has("O") ? event.instant("O") : event.instant("T"),
                event.instant("T"));
    }

    /** On a cancel {@code c} is the cancel's own id and {@code C} the order's; otherwise {@code C} is empty. */
    private static ClientOrderId clientOrderId(Fields event) {
        String original = event.textOrNull("C");
        return original == null || original.equals(NO_ID)
                ? event.value("c", ClientOrderId::parse)
                : ClientOrderId.parse(original);
    }

    private static VenueOrderId venueOrderId(Fields event) {
        return VenueOrderId.parse(Long.toString(event.number("i")));
    }

    /** The venue writes a price that an order does not have as zero. */
    private static @Nullable Price price(Fields event, String name) {
        return !event.has(name) || event.price(name).isZero() ? null : event.price(name);
    }

    private static @Nullable String reason(Fields event) {
        String expiry = event.textOrNull("eR");
        String reject = event.textOrNull("r");
        return expiry != null ? expiry : "NONE".equals(reject) ? null : reject;
    }

    private VenueFill fill(Fields event) {
        long tradeId = event.number("t");
        return new VenueFill(
                TradeId.parse(Long.toString(tradeId)),
                venueOrderId(event),
                tradeId,
                event.price("L"),
                event.quantity("l"),
                event.money("n"),
                commissionAsset(event),
                event.flag("m"),
                event.instant("T"));
    }

    /** The venue leaves the asset out when there was nothing to charge: then it is the quote asset, of which nothing was charged. */
    private Asset commissionAsset(Fields event) {
        if (event.textOrNull("N") != null) {
            return event.value("N", Asset::parse);
        }
        return rules.apply(event.value("s", Vocabulary::instrument))
                .map(InstrumentRules::quoteAsset)
                .orElseThrow(() -> new MalformedReplyException("no commission asset and no rules: " + event.text("s")));
    }
}
