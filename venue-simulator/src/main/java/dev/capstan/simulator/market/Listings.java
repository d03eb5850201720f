package dev.capstan.simulator.market;

import dev.capstan.trading.fixed.Decimal8;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of instruments beforehand: their assets and steps, and the shape of the synthetic ones. */
final class Listings {

    private record Steps(String base, String quote, String tick, String step, String minNotional) {}

    private static final Map<String, Steps> KNOWN = Map.ofEntries(
            Map.entry("BTCUSDT", new Steps("BTC", "USDT", "0.01", "0.00001", "5")),
            Map.entry("ETHUSDT", new Steps("ETH", "USDT", "0.01", "0.0001", "5")),
            Map.entry("SOLUSDT", new Steps("SOL", "USDT", "0.01", "0.001", "5")),
            Map.entry("XRPUSDT", new Steps("XRP", "USDT", "0.0001", "0.1", "5")),
            Map.entry("BNBUSDT", new Steps("BNB", "USDT", "0.01", "0.001", "5")),
            Map.entry("LTCUSDT", new Steps("LTC", "USDT", "0.01", "0.001", "5")),
            Map.entry("BTCTRY", new Steps("BTC", "TRY", "1", "0.00001", "10")),
            Map.entry("BTCUSD", new Steps("BTC", "USD", "0.01", "0.00001", "5")),
            Map.entry("ETHUSD", new Steps("ETH", "USD", "0.01", "0.0001", "5")),
            Map.entry("ETHBTC", new Steps("ETH", "BTC", "0.00001", "0.001", "0.0001")),
            Map.entry("LTCBTC", new Steps("LTC", "BTC", "0.000001", "0.01", "0.0001")),
            Map.entry("XMRBTC", new Steps("XMR", "BTC", "0.000001", "0.01", "0.0001")),
            Map.entry("NXTBTC", new Steps("NXT", "BTC", "0.00000001", "1", "0.0001")),
            Map.entry("XRPETH", new Steps("XRP", "ETH", "0.00000001", "1", "0.005")));

    /** Those that still have the filters of the venue's first years. */
    private static final Set<String> OLDER = Set.of("BNBUSDT", "LTCUSDT");

    private static final List<String> QUOTES =
            List.of("FDUSD", "USDT", "USDC", "TUSD", "BUSD", "USD", "EUR", "GBP", "TRY", "BTC", "ETH", "BNB");

    private Listings() {}

    static boolean isKnown(String symbol) {
        return KNOWN.containsKey(symbol);
    }

    /** The listing of a symbol of the table. */
    static Listing known(String symbol, boolean synthetic) {
        Steps steps = KNOWN.get(symbol);
        if (steps == null) {
            throw new IllegalArgumentException("expected a symbol with known steps, got: " + symbol);
        }
        return new Listing(
                symbol,
                steps.base(),
                steps.quote(),
                Decimal8.parse(steps.tick()),
                Decimal8.parse(steps.step()),
                Decimal8.parse(steps.minNotional()),
                synthetic,
                OLDER.contains(symbol));
    }

    /**
     * The listing of a replayed symbol: from the table, else with the finest steps of its file. Price and quantity together keep at most
     * eight places, so that every amount is exact.
     */
    static Listing replayed(String symbol, KlineCsv file) {
        if (isKnown(symbol)) {
            return known(symbol, false);
        }
        String quote = quoteOf(symbol);
        int volumePlaces = Math.min(file.volumeScale(), Decimal8.SCALE - file.priceScale());
        return new Listing(
                symbol,
                symbol.substring(0, symbol.length() - quote.length()),
                quote,
                stepOf(file.priceScale()),
                stepOf(volumePlaces),
                0,
                false,
                false);
    }

    private static String quoteOf(String symbol) {
        return QUOTES.stream()
                .filter(quote -> symbol.endsWith(quote) && symbol.length() > quote.length())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a symbol that ends with one of " + QUOTES + ", got: " + symbol));
    }

    private static long stepOf(int places) {
        long step = Decimal8.ONE;
        for (int place = 0; place < places; place++) {
            step /= 10;
        }
        return step;
    }
}
