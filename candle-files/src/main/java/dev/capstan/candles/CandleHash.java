package dev.capstan.candles;

import dev.capstan.trading.candle.CandleColumns;
import java.security.MessageDigest;

/**
 * SHA-256 of candles, whatever file they came from: the interval, then column after column (open time, open, high, low, close, volume),
 * each number as eight bytes, the lowest first.
 */
public final class CandleHash {

    private CandleHash() {}

    /** As text, {@code sha256:…}. */
    public static String of(CandleColumns columns) {
        MessageDigest digest = Sha256.digest();
        digest.update(ColumnBytes.of(columns.intervalMillis()));
        ColumnBytes.forEachPart(columns, digest::update);
        return Sha256.text(digest.digest());
    }
}
