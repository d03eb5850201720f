package dev.capstan.backtest.market;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** market-data-service. */
public interface MarketData {

    /** Takes candles while they come. */
    @FunctionalInterface
    interface Reader<T> {
        T read(InputStream klineFile) throws IOException;
    }

    /**
     * What is stored.
     *
     * @throws ProblemException 400 naming the field when nothing is stored that gives the series; 503 when the service does not answer
     */
    Coverage coverage(SeriesRange range);

    /**
     * The rules of an instrument; empty when no venue of ours lists it.
     *
     * @throws ProblemException 503 when neither the service nor the venue says
     */
    Optional<ListedRules> rules(InstrumentId instrumentId);

    /**
     * The candles as a kline file.
     *
     * @throws ProblemException as {@link #coverage}; an answer that ends too early is an {@link IOException} to the reader, and 503 when it
     *     lets that pass
     */
    <T> T candles(SeriesRange range, Reader<T> reader);
}
