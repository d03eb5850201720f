package dev.capstan.backtest.columns;

import dev.capstan.backtest.market.SeriesRange;
import dev.capstan.candles.SourceMark;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of columns holds, as its name tells it.
 *
 * @param series of the series and its revision, 64 hexadecimal digits
 * @param from first open time that was asked for, in epoch milliseconds
 * @param to first that no longer was
 */
record ColumnName(String series, long from, long to) {

    static final String SUFFIX = ".columns";

    private static final Pattern FORM =
            Pattern.compile("(?<series>[0-9a-f]{64})-(?<from>[0-9]{1,15})-(?<to>[0-9]{1,15})" + Pattern.quote(SUFFIX));

    static ColumnName of(SeriesRange range, long revision, long from, long to) {
        String series = range.instrumentId() + " " + range.timeframe() + " " + range.marketEpoch() + " " + revision;
        return new ColumnName(sha256(series), from, to);
    }

    static Optional<ColumnName> parse(String file) {
        Matcher matcher = FORM.matcher(file);
        return matcher.matches()
                ? Optional.of(new ColumnName(
                        matcher.group("series"),
                        Long.parseLong(matcher.group("from")),
                        Long.parseLong(matcher.group("to"))))
                : Optional.empty();
    }

    String file() {
        return series + "-" + from + "-" + to + SUFFIX;
    }

    boolean holds(ColumnName wanted) {
        return series.equals(wanted.series) && from <= wanted.from && to >= wanted.to;
    }

    /** Ties the file's content to its name. */
    SourceMark mark() {
        return new SourceMark(0, "sha256:" + sha256(file()));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
