package dev.capstan.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.00000001", "12345678901234567890.123456789012345678", "1.500"})
    void keepsTheTextItWasGiven(String text) {
        assertThat(Price.parse(text).text()).isEqualTo(text);
        assertThat(Quantity.parse(text).text()).isEqualTo(text);
        assertThat(Money.parse(text).text()).isEqualTo(text);
    }

    @Test
    void moneyMayBeOwed() {
        assertThat(Money.parse("-1.500").text()).isEqualTo("-1.500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1e3",
                "1E-8",
                "+1",
                ".5",
                "5.",
                "0x10",
                "NaN",
                "Infinity",
                "1,000",
                "--1",
                "-0",
                "-0.00",
                "1.0000000000000000000",
                "123456789012345678901"
            })
    void refusesEveryOtherSpelling(String text) {
        assertThatThrownBy(() -> Price.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
        assertThatThrownBy(() -> Money.parse(text)).hasMessageContaining("expected");
    }

    @Test
    void refusesNegativePricesAndQuantities() {
        assertThatThrownBy(() -> Price.parse("-0.01")).hasMessageContaining("zero or more");
        assertThatThrownBy(() -> Quantity.parse("1").minus(Quantity.parse("1.1")))
                .hasMessageContaining("zero or more");
    }

    @Test
    void comparesByValueNotByScale() {
        assertThat(Price.parse("1.50")).isEqualTo(Price.parse("1.5")).hasSameHashCodeAs(Price.parse("1.5"));
        assertThat(Quantity.parse("2").isGreaterThan(Quantity.parse("1.999999999999999999")))
                .isTrue();
    }

    @Test
    void notionalIsExactUpToEighteenPlaces() {
        assertThat(Price.parse("16999.99").times(Quantity.parse("0.00001"))).isEqualTo(Money.parse("0.1699999"));
    }

    @Test
    void addingAndTakingAwayIsExactForAnyNumbers() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            Quantity a = Quantity.of(BigDecimal.valueOf(random.nextLong(1L << 50), random.nextInt(19)));
            Quantity b = Quantity.of(BigDecimal.valueOf(random.nextLong(1L << 50), random.nextInt(19)));
            assertThat(a.plus(b).minus(b)).as("seed %d", seed).isEqualTo(a);
        }
    }
}
