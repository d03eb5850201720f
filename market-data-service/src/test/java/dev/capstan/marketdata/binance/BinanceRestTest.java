package dev.capstan.marketdata.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.marketdata.instrument.ListedInstrument;
import dev.capstan.marketdata.instrument.VenueUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BinanceRestTest {

    @Test
    void listsWhatTradesAndWhatItCanRead() throws IOException {
        assertThat(BinanceRest.parse(recorded("/binance/exchangeInfo.json")))
                .isEqualTo(List.of(
                        new ListedInstrument(
                                InstrumentId.parse("BTCUSDT.BINANCE"),
                                Asset.parse("BTC"),
                                Asset.parse("USDT"),
                                Price.parse("0.01"),
                                Quantity.parse("0.00001"),
                                Quantity.parse("0.00001"),
                                Quantity.parse("9000"),
                                Money.parse("5")),
                        new ListedInstrument(
                                InstrumentId.parse("ETHUSDT.BINANCE"),
                                Asset.parse("ETH"),
                                Asset.parse("USDT"),
                                Price.parse("0"),
                                Quantity.parse("0"),
                                Quantity.parse("0"),
                                null,
                                Money.parse("0"))));
    }

    @Test
    void writesStepsWithoutTrailingZeros() throws IOException {
        ListedInstrument first =
                BinanceRest.parse(recorded("/binance/exchangeInfo.json")).getFirst();
        assertThat(first.tickSize().text()).isEqualTo("0.01");
        assertThat(first.lotSize().text()).isEqualTo("0.00001");
    }

    @Test
    void refusesAnAnswerThatIsNoJson() {
        assertThatExceptionOfType(VenueUnavailableException.class)
                .isThrownBy(() -> BinanceRest.parse("<html>503</html>"));
    }

    private static String recorded(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(BinanceRestTest.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
