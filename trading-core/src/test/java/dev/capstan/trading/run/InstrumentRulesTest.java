package dev.capstan.trading.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.trading.fixed.Decimal8;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class InstrumentRulesTest {

    private static final InstrumentRules RULES =
            new InstrumentRules(eight("0.05"), eight("0.001"), eight("0.002"), eight("10"), eight("5"));

    private static long eight(String decimal) {
        return Decimal8.parse(decimal);
    }

    @Test
    void takesAPriceAtEightPlacesBeforeItRounds() {
        assertThat(RULES.toTick(100 * 1.1, RoundingMode.CEILING)).isEqualTo(eight("110"));
        assertThat(RULES.toTick(0.1 + 0.2, RoundingMode.CEILING)).isEqualTo(eight("0.3"));
        assertThat(RULES.toTick(99.99, RoundingMode.FLOOR)).isEqualTo(eight("99.95"));
        assertThat(RULES.toTick(99.96, RoundingMode.CEILING)).isEqualTo(eight("100"));
    }

    @Test
    void refusesWhatIsNoPrice() {
        assertThatThrownBy(() -> RULES.toTick(Double.NaN, RoundingMode.FLOOR)).hasMessageContaining("expected a price");
        assertThatThrownBy(() -> RULES.toTick(1e300, RoundingMode.FLOOR)).hasMessageContaining("expected a price");
    }

    @Test
    void knowsWhatCanBeOrdered() {
        assertThat(RULES.orderable(eight("0.0129"))).isEqualTo(eight("0.012"));
        assertThat(RULES.orderable(eight("11"))).isEqualTo(eight("10"));
        assertThat(RULES.allows(eight("0.001"), eight("100000"))).isFalse();
        assertThat(RULES.allows(eight("0.002"), eight("2499.99"))).isFalse();
        assertThat(RULES.allows(eight("0.002"), eight("2500"))).isTrue();
        assertThat(RULES.allows(eight("10.001"), eight("2500"))).isFalse();
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new InstrumentRules(0, 1, 1, 1, 1)).hasMessageContaining("tick 0");
        assertThatThrownBy(() -> new InstrumentRules(1, 1, 2, 1, 1)).hasMessageContaining("quantity 2 to 1");
    }
}
