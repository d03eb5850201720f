package dev.capstan.strategy.run.application;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.strategy.run.domain.RunFixture;
import java.math.BigDecimal;
import java.util.Optional;

/** A market as a test wants it. */
record PlayedMarket(Optional<MarketRules.Feed> feed, boolean isListed) implements MarketRules {

    @Override
    public Optional<Listed> listed(InstrumentId instrumentId) {
        return isListed
                ? Optional.of(new Listed(
                        instrumentId,
                        RunFixture.BTC,
                        RunFixture.USDT,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        null,
                        BigDecimal.ONE))
                : Optional.empty();
    }

    @Override
    public Optional<Feed> feed(InstrumentId instrumentId) {
        return feed;
    }

    @Override
    public Optional<Series> series(InstrumentId instrumentId, String timeframe, String marketEpoch) {
        return Optional.empty();
    }
}
