package dev.capstan.risk.reservation.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.risk.ReservationRequest;
import dev.capstan.contracts.value.Price;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.risk.exposure.application.ExposureConsumer;
import dev.capstan.risk.exposure.application.Valuation;
import dev.capstan.risk.exposure.application.Valuation.Worth;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.exposure.domain.InstrumentBook;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import dev.capstan.risk.limit.Limits;
import dev.capstan.trading.risk.AccountLimits;
import dev.capstan.trading.risk.Denial;
import dev.capstan.trading.risk.Percent;
import dev.capstan.trading.risk.RiskCheck;
import dev.capstan.trading.risk.RiskPolicies;
import dev.capstan.trading.risk.exposure.OpenOrder;
import java.util.List;
import java.util.Optional;

/** Gathers the figures and runs the policies on them. The account and the instrument must be locked. */
public class Judgement {

    private final ExposureBooks books;
    private final Limits limits;
    private final Valuation valuation;
    private final StreamPositions streams;
    private final Percent marketBuffer;
    private final RiskPolicies policies = RiskPolicies.all();

    /** @param marketBuffer how far above the mark a market order is reserved */
    public Judgement(
            ExposureBooks books, Limits limits, Valuation valuation, StreamPositions streams, Percent marketBuffer) {
        this.books = books;
        this.limits = limits;
        this.valuation = valuation;
        this.streams = streams;
        this.marketBuffer = marketBuffer;
    }

    Verdict judge(ReservationRequest request, InstrumentPosition position, AccountLimits accountLimits) {
        List<InstrumentBook> account = books.account(request.accountId());
        Optional<Refusal> incomplete = incomplete(position, account);
        if (incomplete.isPresent()) {
            return incomplete.get();
        }
        Optional<Price> mark = valuation.freshPrice(position.key());
        if (mark.isEmpty()) {
            return new Refusal(DenialReason.MARKET_DATA_STALE, "instrumentId=" + request.instrumentId());
        }
        return judge(request, position, accountLimits, account, mark.get());
    }

    private Verdict judge(
            ReservationRequest request,
            InstrumentPosition position,
            AccountLimits accountLimits,
            List<InstrumentBook> account,
            Price mark) {
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
                others.total(),
                rate.get(),
                account.stream().mapToInt(book -> book.openOrders().size()).sum(),
                limits.of(position.key()),
                accountLimits);
        return policies.judge(check).<Verdict>map(Refusal::of).orElseGet(() -> new Pass(reservedPrice));
    }

    /** Empty when every figure of the account that the answer needs is complete. */
    private Optional<Refusal> incomplete(InstrumentPosition position, List<InstrumentBook> account) {
        StreamKey key = position.key();
        if (position.parked()) {
            return Optional.of(
                    new Refusal(DenialReason.POSITION_STALE, "state=parked instrumentId=" + key.instrumentId()));
        }
        if (streams.isBehind(ExposureConsumer.NAME, key)) {
            return Optional.of(
                    new Refusal(DenialReason.POSITION_STALE, "state=behind instrumentId=" + key.instrumentId()));
        }
        // Half a rebuilt position makes the account look emptier than it is, so it stops all of the account, not its
        // own key alone.
        return account.stream()
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

    private Price reservedPrice(ReservationRequest request, Price mark) {
        Price limitPrice = request.limitPrice();
        return limitPrice == null ? marketBuffer.above(mark) : limitPrice;
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
