package dev.capstan.risk.mark;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.contracts.value.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What one unit of a quote asset counts in the reference asset.
 *
 * <p>In this order: 1 for the reference asset itself; the mark of {@code <ASSET><REFERENCE>} at the same venue, or of its inverse, newest
 * known even when stale (a conversion a minute old is nearer to the truth than none); the fixed rate of the settings. Otherwise unknown, and
 * what depends on it is refused.
 */
@Component
public class ReferenceRates {

    private static final Price ONE = Price.of(BigDecimal.ONE);
    private static final int SCALE = 18;

    private final MarkSettings settings;
    private final Marks marks;

    ReferenceRates(MarkSettings settings, Marks marks) {
        this.settings = settings;
        this.marks = marks;
    }

    public Asset referenceAsset() {
        return settings.reference();
    }

    /** The asset an instrument is priced in, told by the end of its symbol; empty when none of the known ones fits. */
    public Optional<Asset> quoteAssetOf(InstrumentId instrumentId) {
        return settings.quoteAssetOf(instrumentId.symbol());
    }

    /** Empty when nothing says what {@code asset} is worth. */
    public Optional<Price> rate(Asset asset, VenueId venueId) {
        Asset reference = settings.reference();
        if (asset.equals(reference)) {
            return Optional.of(ONE);
        }
        return lastPrice(asset.text() + reference.text(), venueId)
                .or(() -> lastPrice(reference.text() + asset.text(), venueId).map(ReferenceRates::inverse))
                .or(() -> Optional.ofNullable(settings.rates().get(asset)));
    }

    private Optional<Price> lastPrice(String symbol, VenueId venueId) {
        return symbol.length() > 40
                ? Optional.empty()
                : marks.lastKnown(new InstrumentId(symbol, venueId))
                        .map(Mark::price)
                        .filter(price -> !price.isZero());
    }

    /** Rounded up, so that the conversion never makes an exposure smaller. */
    private static Price inverse(Price price) {
        return Price.of(BigDecimal.ONE.divide(price.value(), SCALE, RoundingMode.UP));
    }
}
