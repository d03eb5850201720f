package dev.capstan.simulator;

import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Filters that look at more than one order's terms, and those that only some instruments have. */
class FiltersTest extends SimulatorTests {

    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT");

    @Override
    protected SimulatorOptions options(Path folder) throws IOException {
        Path candles = Files.writeString(
                folder.resolve("ltc.csv"), "1700000040000,100,101,99,100,100,1700000099999,10000,10,50,5000,0\n");
        SimulatorOptions options = super.options(folder).withReplay(InstrumentId.parse("LTCUSDT.BINANCE"), candles);
        for (String symbol : SYMBOLS) {
            options = options.withReplay(InstrumentId.parse(symbol + ".BINANCE"), candles);
        }
        return options;
    }

    @BeforeAll
    void holdPrices() {
        SYMBOLS.forEach(symbol -> holdPrice(symbol, "100.00"));
        holdPrice("LTCUSDT", "100.00");
    }

    private Trader rich(String balances) {
        return new Trader(venue, "rich-" + System.nanoTime()).withAccount(balances);
    }

    private static void refused(Trader.Answer answer, String filter) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(-1013);
        assertThat(answer.text("msg")).isEqualTo("Filter failure: " + filter);
    }

    @ParameterizedTest
    @CsvSource({
        "LIMIT, 600, 1, PERCENT_PRICE",
        "LIMIT, 19, 1, PERCENT_PRICE",
        "LIMIT, 100, 0.04, MIN_NOTIONAL",
        "MARKET, , 0.04, MIN_NOTIONAL"
    })
    void anInstrumentWithTheOlderFilters(String type, String price, String quantity, String filter) {
        Trader trader = trader();
        refused(
                type.equals("LIMIT")
                        ? trader.limit("LTCUSDT", "BUY", quantity, price, "older")
                        : trader.market("LTCUSDT", "BUY", quantity, "older"),
                filter);
    }

    @Test
    void aMarketOrderMayBeLessThanALimitOrder() {
        Trader trader = rich("\"XRP\":\"9000000\",\"USDT\":\"0\"");
        refused(trader.market("XRPUSDT", "SELL", "1000000.1", "market"), "MARKET_LOT_SIZE");
        assertThat(trader.limit("XRPUSDT", "SELL", "1000000.1", "200", "limit").status())
                .isEqualTo(200);
    }

    @Test
    void whatAnAccountHasAndBidsForIsItsPosition() {
        Trader trader = rich("\"XRP\":\"19999000\",\"USDT\":\"1000000\"");
        assertThat(trader.limit("XRPUSDT", "BUY", "600", "90", "first").status())
                .isEqualTo(200);
        refused(trader.limit("XRPUSDT", "BUY", "600", "90", "second"), "MAX_POSITION");
        assertThat(trader.limit("XRPUSDT", "BUY", "400", "90", "third").status())
                .isEqualTo(200);
        assertThat(trader.limit("XRPUSDT", "SELL", "600", "110", "fourth").status())
                .isEqualTo(200);
    }

    @Test
    void anAssetIsLimitedWhereverItIsTraded() {
        refused(rich("\"BTC\":\"9000\"").limit("BTCUSDT", "SELL", "5000.00001", "100", "asset"), "MAX_ASSET");
    }

    @Test
    void stopsAreCountedOnTheWholeVenue() {
        Trader trader = rich("\"USDT\":\"1000000\"");
        List<Trader.Answer> answers = new ArrayList<>();
        for (int order = 0; order < 13; order++) {
            answers.add(trader.signed(
                    "POST",
                    "/api/v3/order",
                    params(
                            "symbol",
                            SYMBOLS.get(order % SYMBOLS.size()),
                            "side",
                            "BUY",
                            "type",
                            "STOP_LOSS",
                            "quantity",
                            "1",
                            "stopPrice",
                            "110")));
        }
        refused(answers.removeLast(), "EXCHANGE_MAX_NUM_ALGO_ORDERS");
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    }

    @Test
    void theFiltersAreTold() {
        JsonNode info = trader().open("/api/v3/exchangeInfo?symbol=LTCUSDT").body();
        assertThat(names(info.path("exchangeFilters")))
                .containsExactly(
                        "EXCHANGE_MAX_NUM_ORDERS",
                        "EXCHANGE_MAX_NUM_ALGO_ORDERS",
                        "EXCHANGE_MAX_NUM_ICEBERG_ORDERS",
                        "EXCHANGE_MAX_NUM_ORDER_LISTS");
        assertThat(names(info.at("/symbols/0/filters")))
                .contains("PERCENT_PRICE", "MIN_NOTIONAL", "MAX_POSITION", "MARKET_LOT_SIZE")
                .doesNotContain("PERCENT_PRICE_BY_SIDE", "NOTIONAL");
        JsonNode mine = trader().signed("GET", "/api/v3/myFilters", params("symbol", "BTCUSDT"))
                .body();
        assertThat(names(mine.path("symbolFilters"))).contains("NOTIONAL", "PERCENT_PRICE_BY_SIDE");
        assertThat(mine.at("/assetFilters/0/asset").asString()).isEqualTo("BTC");
    }

    private static List<String> names(JsonNode filters) {
        return filters.valueStream()
                .map(filter -> filter.path("filterType").asString())
                .toList();
    }
}
