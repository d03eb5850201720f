package dev.capstan.risk.exposure.adapter.web;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.risk.exposure.application.ExposureConsumer;
import dev.capstan.risk.exposure.application.Valuation;
import dev.capstan.risk.exposure.application.Valuation.Worth;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.exposure.domain.InstrumentBook;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import dev.capstan.risk.limit.Limits;
import dev.capstan.risk.mark.Mark;
import dev.capstan.risk.mark.Marks;
import dev.capstan.trading.risk.AccountLimits;
import dev.capstan.trading.risk.InstrumentLimits;
import dev.capstan.trading.risk.exposure.OpenOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the books of an account into words for people. */
@Component
class ExposureViews {

    private final ExposureBooks books;
    private final Limits limits;
    private final Valuation valuation;
    private final Marks marks;
    private final StreamPositions streams;

    ExposureViews(ExposureBooks books, Limits limits, Valuation valuation, Marks marks, StreamPositions streams) {
        this.books = books;
        this.limits = limits;
        this.valuation = valuation;
        this.marks = marks;
        this.streams = streams;
    }

    ExposureView of(AccountId accountId) {
        List<InstrumentBook> account = books.account(accountId);
        AccountLimits accountLimits = limits.of(accountId);
        Worth worth = valuation.worth(account);
        List<InstrumentExposureView> items = account.stream().map(this::view).toList();
        return new ExposureView(
                accountId,
                valuation.referenceAsset(),
                worth.total(),
                accountLimits.maxAccountExposure(),
                account.stream().mapToInt(book -> book.openOrders().size()).sum(),
                accountLimits.maxOpenOrders(),
                worth.unknown().stream().map(StreamKey::instrumentId).toList(),
                items.stream().anyMatch(InstrumentExposureView::stale),
                oldest(items),
                items,
                null);
    }

    private InstrumentExposureView view(InstrumentBook book) {
        InstrumentPosition position = book.position();
        InstrumentLimits instrumentLimits = limits.of(position.key());
        Optional<Price> price = valuation.newestPrice(position);
        return new InstrumentExposureView(
                position.key().instrumentId(),
                position.quantity(),
                open(book, Side.BUY),
                open(book, Side.SELL),
                book.openOrders().size(),
                price.orElse(null),
                price.map(mark -> book.at(mark).worstValue()).orElse(null),
                valuation.quoteAsset(position).orElse(null),
                instrumentLimits.maxInstrumentExposure(),
                instrumentLimits.maxPositionQuantity(),
                position.lastEventNumber(),
                isStale(book),
                asOf(book).orElse(null));
    }

    private boolean isStale(InstrumentBook book) {
        InstrumentPosition position = book.position();
        return position.parked()
                || position.isRebuilding()
                || streams.isBehind(ExposureConsumer.NAME, position.key())
                || (!book.isEmpty() && valuation.freshPrice(position.key()).isEmpty());
    }

    private Optional<Instant> asOf(InstrumentBook book) {
        Optional<Instant> event = Optional.ofNullable(book.position().asOf());
        return book.isEmpty()
                ? event
                : marks.lastKnown(book.position().key().instrumentId())
                        .map(Mark::arrivedAt)
                        .or(() -> event);
    }

    private static @Nullable Instant oldest(List<InstrumentExposureView> items) {
        return items.stream()
                .map(InstrumentExposureView::asOf)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Quantity open(InstrumentBook book, Side side) {
        return book.openOrders().stream()
                .filter(order -> order.side() == side)
                .map(OpenOrder::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }
}
