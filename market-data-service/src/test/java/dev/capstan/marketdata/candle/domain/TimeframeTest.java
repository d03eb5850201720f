package dev.capstan.marketdata.candle.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeframeTest {

    @ParameterizedTest
    @CsvSource({
        "1m, 2018-06-05T13:34:00Z",
        "5m, 2018-06-05T13:30:00Z",
        "4h, 2018-06-05T12:00:00Z",
        "1d, 2018-06-05T00:00:00Z"
    })
    void knowsTheCandleOfATime(String code, Instant open) {
        Timeframe timeframe = Timeframe.parse(code);
        assertThat(timeframe.openOf(Instant.parse("2018-06-05T13:34:59.999Z"))).isEqualTo(open);
        assertThat(timeframe.openOf(open)).isEqualTo(open);
        assertThat(timeframe.next(timeframe.closeTime(open)))
                .isEqualTo(timeframe.next(timeframe.next(open)).minusMillis(1));
    }

    @Test
    void isMadeOfWhateverDividesIt() {
        assertThat(Timeframe.parse("15m").parts())
                .extracting(Timeframe::code)
                .containsExactly("1s", "1m", "3m", "5m", "15m");
        assertThat(Timeframe.parse("1s").parts()).containsExactly(Timeframe.parse("1s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7m", "1w", "1M", "60", "1m "})
    void refusesOthersByListingAll(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timeframe.parse(code))
                .withMessageStartingWith("expected one of 1s, 1m, 3m,")
                .withMessageEndingWith("got: " + code);
    }
}
