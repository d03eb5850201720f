package dev.capstan.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    private static final String ACCOUNT = "01930000-0000-7000-8000-000000000001";

    @Test
    void textAndParseAreInverse() {
        StreamKey key = StreamKey.parse(ACCOUNT + "|BTCUSDT.BINANCE");
        assertThat(key.accountId().text()).isEqualTo(ACCOUNT);
        assertThat(key.instrumentId()).isEqualTo(InstrumentId.parse("BTCUSDT.BINANCE"));
        assertThat(StreamKey.parse(key.text())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "BTCUSDT", ".BINANCE", "BTCUSDT.", "btcusdt.BINANCE", "BTCUSDT.binance", "BTC USDT.BINANCE"})
    void refusesWhatIsNoInstrument(String text) {
        assertThatThrownBy(() -> InstrumentId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "not-a-uuid", "01930000-0000-7000-8000-00000000000g"})
    void refusesWhatIsNoUuid(String text) {
        assertThatThrownBy(() -> AccountId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void streamKeysSortByTheirTextSoThatLocksAreTakenInOneOrder() {
        StreamKey btc = StreamKey.parse(ACCOUNT + "|BTCUSDT.BINANCE");
        StreamKey eth = StreamKey.parse(ACCOUNT + "|ETHUSDT.BINANCE");
        assertThat(btc).isLessThan(eth);
    }
}
