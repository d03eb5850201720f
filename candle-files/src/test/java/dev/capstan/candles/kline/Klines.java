package dev.capstan.candles.kline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Kline text for tests: minutes from 2022-11-08T22:31:00Z. */
public final class Klines {

    public static final long FIRST_OPEN = 1_667_946_660_000L;
    public static final long MINUTE = 60_000;

    public static final String NAMES = "open_time,open,high,low,close,volume,close_time,quote_volume,count,"
            + "taker_buy_volume,taker_buy_quote_volume,ignore\n";

    private Klines() {}

    /** The candle of a minute, counted from 0, with open, high, low, close and volume as given. */
    public static String row(int minute, String prices) {
        long open = FIRST_OPEN + minute * MINUTE;
        return open + "," + prices + "," + (open + MINUTE - 1) + ",0,0,0,0,0\n";
    }

    public static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Many rows that all differ. */
    public static String many(int rows) {
        StringBuilder text = new StringBuilder(NAMES);
        for (int minute = 0; minute < rows; minute++) {
            int cents = minute % 90 + 10;
            text.append(row(minute, "100." + cents + ",101." + cents + ",99,100.5," + minute + ".001"));
        }
        return text.toString();
    }

    public static Path gzip(Path file, String text) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
