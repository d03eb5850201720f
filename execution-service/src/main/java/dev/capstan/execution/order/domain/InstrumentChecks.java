package dev.capstan.execution.order.domain;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.execution.venue.domain.InstrumentRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The venue's rules for an instrument, in the order in which a person would want to hear of them. */
public final class InstrumentChecks {

    private static final List<OrderCheck> CHECKS = List.of(
            InstrumentChecks::trading,
            InstrumentChecks::orderType,
            InstrumentChecks::quantityRange,
            InstrumentChecks::lot,
            InstrumentChecks::priceRange,
            InstrumentChecks::tick,
            InstrumentChecks::notional);

    private InstrumentChecks() {}

    /** The first rule that the order breaks. */
    public static Optional<Denial> refuse(OrderTerms terms, InstrumentRules rules) {
        return CHECKS.stream()
                .flatMap(check -> check.refuse(terms, rules).stream())
                .findFirst();
    }

    private static Optional<Denial> trading(OrderTerms terms, InstrumentRules rules) {
        return rules.trading()
                ? Optional.empty()
                : deny(DenialReason.INSTRUMENT_NOT_TRADING, "instrumentId=" + terms.instrumentId());
    }

    private static Optional<Denial> orderType(OrderTerms terms, InstrumentRules rules) {
        return rules.orderTypes().contains(terms.orderType())
                ? Optional.empty()
                : deny(
                        DenialReason.ORDER_TYPE_NOT_OFFERED,
                        "orderType=" + terms.orderType() + " offered=" + new TreeSet<>(rules.orderTypes()));
    }

    private static Optional<Denial> quantityRange(OrderTerms terms, InstrumentRules rules) {
        BigDecimal max = terms.orderType() == OrderType.MARKET && rules.maxMarketQuantity() != null
                ? rules.maxMarketQuantity()
                : rules.maxQuantity();
        return range(
                DenialReason.QUANTITY_OUT_OF_RANGE, "quantity", terms.quantity().value(), rules.minQuantity(), max);
    }

    private static Optional<Denial> lot(OrderTerms terms, InstrumentRules rules) {
        return step(
                DenialReason.QUANTITY_NOT_ON_LOT, "quantity", terms.quantity().value(), "lot", rules.lotSize());
    }

    private static Optional<Denial> priceRange(OrderTerms terms, InstrumentRules rules) {
        return eachPrice(
                terms,
                (name, price) -> range(
                        DenialReason.PRICE_OUT_OF_RANGE, name, price.value(), rules.minPrice(), rules.maxPrice()));
    }

    private static Optional<Denial> tick(OrderTerms terms, InstrumentRules rules) {
        return eachPrice(
                terms,
                (name, price) -> step(DenialReason.PRICE_NOT_ON_TICK, name, price.value(), "tick", rules.tickSize()));
    }

    /** Of orders with a limit only: the notional of any other depends on a price that only the venue knows. */
    private static Optional<Denial> notional(OrderTerms terms, InstrumentRules rules) {
        return Optional.ofNullable(terms.limitPrice())
                .flatMap(price -> range(
                        DenialReason.NOTIONAL_OUT_OF_RANGE,
                        "notional",
                        Plain.of(price.times(terms.quantity()).value()),
                        rules.minNotional(),
                        rules.maxNotional()));
    }

    /** The venue has one rule for both prices. */
    private static Optional<Denial> eachPrice(OrderTerms terms, BiFunction<String, Price, Optional<Denial>> check) {
        return Optional.ofNullable(terms.limitPrice())
                .flatMap(price -> check.apply("limitPrice", price))
                .or(() ->
                        Optional.ofNullable(terms.triggerPrice()).flatMap(price -> check.apply("triggerPrice", price)));
    }

    /** Venues write a bound that does not apply as none or as zero. */
    private static Optional<Denial> range(
            DenialReason reason, String name, BigDecimal value, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min != null && min.signum() > 0 && value.compareTo(min) < 0) {
            return deny(reason, name + "=" + value.toPlainString() + " min=" + plain(min));
        }
        if (max != null && max.signum() > 0 && value.compareTo(max) > 0) {
            return deny(reason, name + "=" + value.toPlainString() + " max=" + plain(max));
        }
        return Optional.empty();
    }

    private static Optional<Denial> step(
            DenialReason reason, String name, BigDecimal value, String stepName, @Nullable BigDecimal step) {
        if (step == null || step.signum() == 0 || value.remainder(step).signum() == 0) {
            return Optional.empty();
        }
        return deny(reason, name + "=" + value.toPlainString() + " " + stepName + "=" + plain(step));
    }

    private static String plain(BigDecimal value) {
        return Plain.of(value).toPlainString();
    }

    private static Optional<Denial> deny(DenialReason reason, String context) {
        return Optional.of(new Denial(reason, context));
    }
}
