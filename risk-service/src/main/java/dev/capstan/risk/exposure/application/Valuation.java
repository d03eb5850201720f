package dev.capstan.risk.exposure.application;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.risk.exposure.domain.InstrumentBook;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import dev.capstan.risk.mark.Mark;
import dev.capstan.risk.mark.Marks;
import dev.capstan.risk.mark.ReferenceRates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts prices on books.
 *
 * <p>The instrument an order is for needs a fresh mark. The account's other instruments are valued at their newest known price, a mark or
 * else their last fill: one quiet instrument must not stop trading in all others, and its quantities are exact in any case.
 */
public class Valuation {

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(20).subtract(BigDecimal.ONE);

    private final Marks marks;
    private final ReferenceRates rates;

    public Valuation(Marks marks, ReferenceRates rates) {
        this.marks = marks;
        this.rates = rates;
    }

    /** The price a decision on this instrument may rest on. */
    public Optional<Price> freshPrice(StreamKey key) {
        return marks.fresh(key.instrumentId()).map(Mark::price);
    }

    /** The newest price there is, of whatever age. */
    public Optional<Price> newestPrice(InstrumentPosition position) {
        return marks.lastKnown(position.key().instrumentId())
                .map(Mark::price)
                .or(() -> Optional.ofNullable(position.lastPrice()));
    }

    /** A fill knows the quote asset; before the first the symbol tells it. */
    public Optional<Asset> quoteAsset(InstrumentPosition position) {
        return Optional.ofNullable(position.quoteAsset())
                .or(() -> rates.quoteAssetOf(position.key().instrumentId()));
    }

    /** What one unit of the instrument's quote asset counts in the reference asset. */
    public Optional<Price> referenceRate(InstrumentPosition position) {
        return quoteAsset(position)
                .flatMap(
                        asset -> rates.rate(asset, position.key().instrumentId().venueId()));
    }

    public Asset referenceAsset() {
        return rates.referenceAsset();
    }

    /** Exposure of all these books in the reference asset, and which of them nothing is known to value by. */
    public Worth worth(List<InstrumentBook> books) {
        BigDecimal sum = BigDecimal.ZERO;
        List<StreamKey> unknown = new ArrayList<>();
        for (InstrumentBook book : books) {
            Optional<BigDecimal> one = worth(book);
            one.ifPresentOrElse(value -> {}, () -> unknown.add(book.position().key()));
            sum = sum.add(one.orElse(BigDecimal.ZERO));
        }
        return new Worth(Money.rounded(sum.min(LARGEST).stripTrailingZeros()), List.copyOf(unknown));
    }

    private Optional<BigDecimal> worth(InstrumentBook book) {
        if (book.isEmpty()) {
            return Optional.of(BigDecimal.ZERO);
        }
        return newestPrice(book.position())
                .flatMap(price -> referenceRate(book.position())
                        .map(rate -> book.at(price).worstValue().value().multiply(rate.value())));
    }

    /**
     * A sum over books.
     *
     * @param unknown keys that are not in {@code total} for want of a price or of a conversion
     */
    public record Worth(Money total, List<StreamKey> unknown) {}
}
