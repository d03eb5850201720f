package dev.capstan.backtest.columns;

import dev.capstan.backtest.market.Coverage;
import dev.capstan.backtest.market.MarketData;
import dev.capstan.backtest.market.SeriesRange;
import dev.capstan.backtest.run.domain.RunFailure;
import dev.capstan.backtest.run.domain.RunRefusedException;
import dev.capstan.candles.CandleHistory;
import dev.capstan.candles.kline.KlineFile;
import dev.capstan.candles.kline.KlineFileException;
import dev.capstan.kit.turns.Places;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The candles of a range. A file that holds them as they are stored now is mapped; else they are read, once however many runs want them
 * at the same moment, and kept.
 */
public final class SeriesColumns {

    private static final String READING = "reading";
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final MarketData market;
    private final ColumnFolder folder;
    private final Places<String> turns = new Places<>(1);

    public SeriesColumns(MarketData market, ColumnFolder folder) {
        this.market = market;
        this.folder = folder;
    }

    /**
     * The candles, of which there is at least one.
     *
     * @param goOn called now and then while they are read; what it throws ends the reading
     * @throws RunRefusedException when there are none, or they are finer than we compute with
     */
    public CandleHistory open(SeriesRange range, Runnable goOn) {
        Coverage coverage = market.coverage(range);
        Instant first = coverage.firstOpenTime();
        Instant last = coverage.lastOpenTime();
        if (first == null || last == null) {
            throw new RunRefusedException(RunFailure.invalid("from", "no candle is stored in this range"));
        }
        ColumnName wanted = ColumnName.of(
                range, coverage.revision(), first.toEpochMilli(), last.toEpochMilli() + coverage.intervalMillis());
        return folder.find(wanted).orElseGet(() -> readInTurn(range, wanted, coverage.intervalMillis(), goOn));
    }

    /** One at a time in this process: what is being read takes memory, what is mapped does not. */
    private CandleHistory readInTurn(SeriesRange range, ColumnName wanted, long intervalMillis, Runnable goOn) {
        while (true) {
            goOn.run();
            Optional<CandleHistory> history = turns.inPlace(
                    READING,
                    LOOK_EVERY,
                    () -> folder.find(wanted).orElseGet(() -> read(range, wanted, intervalMillis, goOn)));
            if (history.isPresent()) {
                return history.get();
            }
        }
    }

    private CandleHistory read(SeriesRange range, ColumnName wanted, long intervalMillis, Runnable goOn) {
        goOn.run();
        SeriesRange whole = new SeriesRange(
                range.instrumentId(),
                range.timeframe(),
                range.marketEpoch(),
                Instant.ofEpochMilli(wanted.from()),
                Instant.ofEpochMilli(wanted.to()));
        try {
            CandleHistory history = market.candles(
                    whole,
                    text -> CandleHistory.of(KlineFile.read(new InterruptedReading(text, goOn), intervalMillis)));
            folder.keep(wanted, history);
            return folder.find(wanted).orElse(history);
        } catch (KlineFileException e) {
            throw new RunRefusedException(RunFailure.invalid("instrumentId", String.valueOf(e.getMessage())));
        }
    }
}
