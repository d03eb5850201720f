package dev.capstan.marketdata.candle.domain;

/**
 * What came of an import.
 *
 * @param rowsRead candles in the file
 * @param inserted those that were not stored before
 * @param differing those that were stored before with other figures
 * @param replaced those of them whose figures are now the file's
 * @param series the whole series as it is afterwards
 */
public record ImportResult(long rowsRead, long inserted, long differing, long replaced, Series series) {

    /** Candles that were stored before just as they are in the file. */
    public long unchanged() {
        return rowsRead - inserted - differing;
    }
}
