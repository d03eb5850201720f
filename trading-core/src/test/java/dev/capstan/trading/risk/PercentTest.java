package dev.capstan.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.capstan.contracts.value.Price;
import org.junit.jupiter.api.Test;

class PercentTest {

    @Test
    void addsItsShareAndRoundsUp() {
        assertThat(Percent.parse("1").above(Price.parse("100"))).isEqualTo(Price.parse("101"));
        assertThat(Percent.parse("1").above(Price.parse("0.000000000000000001")))
                .isEqualTo(Price.parse("0.000000000000000002"));
    }

    @Test
    void isNotExceededAtItsEdge() {
        assertThat(Percent.parse("5").isExceededBy(Price.parse("95"), Price.parse("100")))
                .isFalse();
        assertThat(Percent.parse("5").isExceededBy(Price.parse("94.99"), Price.parse("100")))
                .isTrue();
    }

    @Test
    void refusesLessThanZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> Percent.parse("-1"));
    }
}
