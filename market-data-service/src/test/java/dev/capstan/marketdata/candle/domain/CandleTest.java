package dev.capstan.marketdata.candle.domain;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 9, 0, 5, prices above zero",
        "3, 9, 4, 5, a low not above the open",
        "6, 9, 4, 3, a low not above the close",
        "9, 8, 4, 5, a high not below the open",
        "5, 8, 4, 9, a high not below the close"
    })
    void hasPricesBetweenItsLowAndItsHigh(String open, String high, String low, String close, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CandleFixture.minute(0, open, high, low, close))
                .withMessageContaining("expected " + expected);
    }
}
