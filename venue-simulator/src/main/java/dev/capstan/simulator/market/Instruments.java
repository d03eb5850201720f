package dev.capstan.simulator.market;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.trading.fixed.Decimal8;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The instruments of a market: replayed files, or four synthetic ones when there is none. */
public final class Instruments {

    private record Shape(String symbol, String basePrice, String baseVolume) {}

    private static final List<Shape> SYNTHETIC = List.of(
            new Shape("BTCUSDT", "60000", "400"),
            new Shape("ETHUSDT", "3000", "6000"),
            new Shape("SOLUSDT", "150", "80000"),
            new Shape("XRPUSDT", "0.6", "5000000"));

    private Instruments() {}

    /** One instrument per file, in the order given. */
    public static List<Instrument> replayed(Map<InstrumentId, Path> files) {
        return new TreeMap<>(bySymbol(files))
                .entrySet().stream()
                        .map(entry -> replayed(entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** Four made-up instruments; {@code startedAt} is when their first candle plays. */
    public static List<Instrument> synthetic(long seed, long startedAt) {
        return SYNTHETIC.stream()
                .map(shape -> synthetic(shape, seed, startedAt))
                .toList();
    }

    private static Map<String, Path> bySymbol(Map<InstrumentId, Path> files) {
        Map<String, Path> symbols = new TreeMap<>();
        files.forEach((id, file) -> {
            if (symbols.put(id.symbol(), file) != null) {
                throw new IllegalArgumentException("expected each symbol once, got " + id.symbol() + " twice");
            }
        });
        return symbols;
    }

    private static Instrument replayed(String symbol, Path file) {
        KlineCsv csv = KlineCsv.read(file);
        return new Instrument(Listings.replayed(symbol, csv), new FileCandles(csv.intervalMillis(), csv.candles()));
    }

    private static Instrument synthetic(Shape shape, long seed, long startedAt) {
        Listing listing = Listings.known(shape.symbol(), true);
        CandleSeries series = new SyntheticCandles(
                seed * 31 + shape.symbol().hashCode(),
                Decimal8.parse(shape.basePrice()),
                Decimal8.parse(shape.baseVolume()),
                listing.tick(),
                startedAt);
        return new Instrument(listing, series);
    }
}
