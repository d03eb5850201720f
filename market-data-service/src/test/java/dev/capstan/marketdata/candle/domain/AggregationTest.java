package dev.capstan.marketdata.candle.domain;

import static dev.capstan.marketdata.candle.domain.CandleFixture.START;
import static dev.capstan.marketdata.candle.domain.CandleFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AggregationTest {

    private final Aggregation fiveMinutes = new Aggregation(Timeframe.parse("5m"));

    @Test
    void takesTheFirstOpenTheLastCloseTheExtremesAndTheSums() {
        assertThat(fiveMinutes.add(minute(0, "10", "12", "9", "11"))).isEmpty();
        assertThat(fiveMinutes.add(minute(1, "11", "15", "11", "14"))).isEmpty();
        assertThat(fiveMinutes.add(minute(4, "14", "14", "8", "13"))).isEmpty();
        assertThat(fiveMinutes.add(minute(5)))
                .contains(new Candle(
                        START,
                        Price.parse("10"),
                        Price.parse("15"),
                        Price.parse("8"),
                        Price.parse("13"),
                        Quantity.parse("4.5"),
                        Money.parse("450"),
                        21,
                        Quantity.parse("1.5"),
                        Money.parse("150")));
    }

    @Test
    void writesItsSumsAsShortAsTheyAre() {
        fiveMinutes.add(minute(0));
        fiveMinutes.add(minute(1));
        assertThat(fiveMinutes
                        .add(minute(5))
                        .map(sum ->
                                sum.volume().text() + " " + sum.takerBuyVolume().text()))
                .contains("3 1");
    }

    @Test
    void opensOnItsOwnGridEvenWhenTheFirstPartIsMissing() {
        fiveMinutes.add(minute(3));
        assertThat(fiveMinutes.add(minute(12)).map(Candle::openTime)).contains(START);
        assertThat(fiveMinutes.last(START.plus(Duration.ofMinutes(15))).map(Candle::openTime))
                .contains(START.plus(Duration.ofMinutes(10)));
    }

    @Test
    void keepsTheLastBackWhileItRuns() {
        fiveMinutes.add(minute(0));
        assertThat(fiveMinutes.last(START.plus(Duration.ofMinutes(4)))).isEmpty();
        assertThat(fiveMinutes.last(START.plus(Duration.ofMinutes(5)))).isPresent();
    }

    @Test
    void hasNothingToSayAboutNothing() {
        assertThat(fiveMinutes.last(START)).isEmpty();
    }
}
