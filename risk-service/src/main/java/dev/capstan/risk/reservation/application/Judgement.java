package dev.capstan.risk.reservation.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.risk.ReservationRequest;
import dev.capstan.contracts.value.Price;
import dev.capstan.risk.exposure.application.Valuation;
import dev.capstan.risk.exposure.application.Valuation.Worth;
import dev.capstan.risk.exposure.domain.InstrumentBook;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import dev.capstan.trading.risk.Denial;
import dev.capstan.trading.risk.Percent;
import dev.capstan.trading.risk.RiskCheck;
import dev.capstan.trading.risk.RiskPolicies;
import dev.capstan.trading.risk.exposure.OpenOrder;
import java.util.List;
import java.util.Optional;

/** Values what was gathered and runs the policies on it. */
public class Judgement {

    private final Valuation valuation;
    private final Percent marketBuffer;
    private final RiskPolicies policies = RiskPolicies.all();

    /** @param marketBuffer how far above the mark a market order is reserved */
    public Judgement(Valuation valuation, Percent marketBuffer) {
        this.valuation = valuation;
        this.marketBuffer = marketBuffer;
    }

    Verdict judge(ReservationRequest request, Gathered found) {
        Optional<Refusal> incomplete = incomplete(found);
        if (incomplete.isPresent()) {
            return incomplete.get();
        }
        return valuation
                .freshPrice(found.position().key())
                .map(mark -> judge(request, found, mark))
                .orElseGet(() -> new Refusal(DenialReason.MARKET_DATA_STALE, "instrumentId=" + request.instrumentId()));
    }

    private Verdict judge(ReservationRequest request, Gathered found, Price mark) {
        InstrumentPosition position = found.position();
        List<InstrumentBook> account = found.books();
        Worth others = valuation.worth(others(account, position.key()));
        Optional<Price> rate = valuation.referenceRate(position);
        if (rate.isEmpty() || !others.unknown().isEmpty()) {
            return unvalued(position, others);
        }
        Price reservedPrice = reservedPrice(request, mark);
        RiskCheck check = new RiskCheck(
                own(account, position).at(mark),
                new OpenOrder(request.side(), request.quantity(), reservedPrice),
                request.limitPrice(),
                request.triggerPrice(),
                others.total(),
                rate.get(),
                account.stream().mapToInt(book -> book.openOrders().size()).sum(),
                found.instrumentLimits(),
                found.accountLimits());
        return policies.judge(check).<Verdict>map(Refusal::of).orElseGet(() -> new Pass(reservedPrice));
    }

    /** Empty when every figure of the account that the answer needs is complete. */
    private static Optional<Refusal> incomplete(Gathered found) {
        InstrumentPosition position = found.position();
        StreamKey key = position.key();
        if (position.parked()) {
            return Optional.of(
                    new Refusal(DenialReason.POSITION_STALE, "state=parked instrumentId=" + key.instrumentId()));
        }
        if (found.behind()) {
            return Optional.of(
                    new Refusal(DenialReason.POSITION_STALE, "state=behind instrumentId=" + key.instrumentId()));
        }
        // Half a rebuilt position makes the account look emptier than it is, so it stops all of the account, not its
        // own key alone.
        return found.books().stream()
                .map(InstrumentBook::position)
                .filter(InstrumentPosition::isRebuilding)
                .findFirst()
                .map(other -> new Refusal(
                        DenialReason.POSITION_STALE,
                        "state=rebuilding instrumentId=" + other.key().instrumentId()));
    }

    private Refusal unvalued(InstrumentPosition position, Worth others) {
        StreamKey key =
                others.unknown().isEmpty() ? position.key() : others.unknown().getFirst();
        return new Refusal(
                DenialReason.MARKET_DATA_STALE,
                "notConvertible=%s referenceAsset=%s".formatted(key.instrumentId(), valuation.referenceAsset()));
    }

    /**
     * The most one unit may come to cost: the limit, the trigger or the mark, whichever is highest; above it by the buffer where the order
     * trades at whatever price plays. (That it is never valued below the mark of the moment is {@link OpenOrder}'s rule.)
     */
    private Price reservedPrice(ReservationRequest request, Price mark) {
        Price limit = request.limitPrice();
        Price trigger = request.triggerPrice();
        if (limit == null) {
            return marketBuffer.above(trigger == null ? mark : higher(trigger, mark));
        }
        return trigger == null ? limit : higher(limit, trigger);
    }

    private static Price higher(Price one, Price other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static InstrumentBook own(List<InstrumentBook> account, InstrumentPosition position) {
        return account.stream()
                .filter(book -> book.position().key().equals(position.key()))
                .findFirst()
                .orElseGet(() -> new InstrumentBook(position, List.of()));
    }

    private static List<InstrumentBook> others(List<InstrumentBook> account, StreamKey key) {
        return account.stream()
                .filter(book -> !book.position().key().equals(key))
                .toList();
    }

    /** What came out. */
    sealed interface Verdict {}

    /** Every policy passes. */
    record Pass(Price reservedPrice) implements Verdict {}

    /** One does not, or figures are missing. */
    record Refusal(DenialReason reason, String context) implements Verdict {

        static Refusal of(Denial denial) {
            return new Refusal(denial.reason(), denial.context());
        }
    }
}
