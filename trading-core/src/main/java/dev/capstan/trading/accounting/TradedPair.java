package dev.capstan.trading.accounting;

import dev.capstan.contracts.id.Asset;

/** The two assets that a fill of an instrument exchanges. */
public record TradedPair(Asset baseAsset, Asset quoteAsset) {

    public TradedPair {
        if (baseAsset.equals(quoteAsset)) {
            throw new IllegalArgumentException("expected two different assets, got twice: " + baseAsset);
        }
    }
}
