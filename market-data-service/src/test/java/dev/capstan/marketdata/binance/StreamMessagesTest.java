package dev.capstan.marketdata.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamMessagesTest {

    private static final InstrumentId BTCUSDT = InstrumentId.parse("BTCUSDT.BINANCE");

    private static final String TRADE = """
            {"e":"trade","E":1786000000123,"s":"BTCUSDT","t":4242,"p":"50123.45000000","q":"0.01200000",
             "T":1786000000120,"m":true,"M":true}""";

    private static final String KLINE = """
            {"e":"kline","E":1786000062000,"s":"BTCUSDT","k":{"t":1786000020000,"T":1786000079999,"s":"BTCUSDT",
             "i":"1m","f":100,"L":200,"o":"50000.10","c":"50010.20","h":"50020.30","l":"49990.40","v":"12.34500000",
             "n":101,"x":%s,"q":"617000.0","V":"6.1","Q":"305000.0","B":"0"}}""";

    @Test
    void readsATrade() {
        assertThat(StreamMessages.parse(wrapped("btcusdt@trade", TRADE)))
                .isEqualTo(new StreamMessage.Trade(
                        BTCUSDT,
                        Price.parse("50123.45000000"),
                        Quantity.parse("0.01200000"),
                        Instant.ofEpochMilli(1786000000123L)));
    }

    @Test
    void readsACandleThatBuildsAndOneThatIsClosed() {
        Kline kline = new Kline(
                BTCUSDT,
                "1m",
                Instant.ofEpochMilli(1786000020000L),
                Price.parse("50000.10"),
                Price.parse("50020.30"),
                Price.parse("49990.40"),
                Price.parse("50010.20"),
                Quantity.parse("12.345"),
                Money.parse("617000"),
                101,
                Quantity.parse("6.1"),
                Money.parse("305000"));
        Instant occurredAt = Instant.ofEpochMilli(1786000062000L);
        assertThat(StreamMessages.parse(wrapped("btcusdt@kline_1m", KLINE.formatted("false"))))
                .isEqualTo(new StreamMessage.KlineUpdate(kline, false, occurredAt));
        assertThat(StreamMessages.parse(wrapped("btcusdt@kline_1m", KLINE.formatted("true"))))
                .isEqualTo(new StreamMessage.KlineUpdate(kline, true, occurredAt));
    }

    @Test
    void readsABareFrameLikeAWrappedOne() {
        assertThat(StreamMessages.parse(TRADE)).isEqualTo(StreamMessages.parse(wrapped("btcusdt@trade", TRADE)));
    }

    @Test
    void skipsFieldsItDoesNotKnow() {
        assertThat(StreamMessages.parse(TRADE.replace("\"M\":true", "\"new\":{\"deep\":[1]}")))
                .isEqualTo(StreamMessages.parse(TRADE));
    }

    @Test
    void hearsTheGoodByeInBothForms() {
        String event = "{\"e\":\"serverShutdown\",\"E\":1786000000000}";
        assertThat(StreamMessages.parse(event)).isInstanceOf(StreamMessage.ServerShutdown.class);
        assertThat(StreamMessages.parse(wrapped("!serverShutdown", event)))
                .isInstanceOf(StreamMessage.ServerShutdown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\":null,\"id\":1}", "{\"e\":\"bookTicker\"}", "{\"e\":7}", "{}", "[]", "17"})
    void passesByWhatIsNotForUs(String frame) {
        assertThat(StreamMessages.parse(frame)).isInstanceOf(StreamMessage.Other.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"e\":\"trade\"}",
                "{\"e\":\"trade\",\"E\":\"soon\",\"s\":\"BTCUSDT\",\"p\":\"1\",\"q\":\"1\"}",
                "{\"e\":\"trade\",\"E\":1,\"s\":\"btc usdt\",\"p\":\"1\",\"q\":\"1\"}",
                "{\"e\":\"trade\",\"E\":1,\"s\":\"BTCUSDT\",\"p\":\"-1\",\"q\":\"1\"}",
                "{\"e\":\"trade\",\"E\":1,\"s\":\"BTCUSDT\",\"p\":1.5,\"q\":\"1\"}",
                "{\"e\":\"kline\",\"E\":1,\"s\":\"BTCUSDT\",\"k\":[]}"
            })
    void saysWhatItCannotReadAndGoesOn(String frame) {
        assertThat(StreamMessages.parse(frame)).isInstanceOf(StreamMessage.Unreadable.class);
    }

    private static String wrapped(String stream, String data) {
        return "{\"stream\":\"" + stream + "\",\"data\":" + data + "}";
    }
}
