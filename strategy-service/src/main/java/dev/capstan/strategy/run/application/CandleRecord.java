package dev.capstan.strategy.run.application;

import dev.capstan.strategy.run.domain.Candle;
import dev.capstan.strategy.run.domain.RunSpec;
import java.time.Instant;
import java.util.List;

/** The market's own record of its candles. */
public interface CandleRecord {

    /**
     * Closed candles that opened at {@code from} or later, up to and with {@code last}, oldest first; not all of them at once.
     *
     * @throws dev.capstan.strategy.run.domain.UnusableCandleException when the first of them cannot be counted with
     * @throws RuntimeException when it does not answer
     */
    List<Candle> read(RunSpec series, Instant from, Instant last);
}
