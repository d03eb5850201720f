package dev.capstan.strategy.run.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunRulesTest {

    private static final BigDecimal ONE = BigDecimal.ONE;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.000000001 | 1           | 1             | 9 | tickSize=0.000000001
            0           | 1           | 1             | 9 | tickSize=0
            1           | 0.000000001 | 1             | 9 | lotSize=0.000000001
            1           | 0           | 1             | 9 | lotSize=0
            1           | 1           | 99999999999   | 9 | minQuantity=99999999999
            1           | 1           | 10            | 9 | maxQuantity=9
            """)
    void whatNoRunCanCountWithIsRefusedByName(
            BigDecimal tick, BigDecimal lot, BigDecimal least, BigDecimal most, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunRules.of(tick, lot, least, most, ONE))
                .withMessageContaining(named);
    }

    @Test
    void limitsAreRoundedToTheSideThatKeepsWithinThem() {
        BigDecimal fine = new BigDecimal("1.0000000001");
        RunRules rules = RunRules.of(ONE, ONE, fine, new BigDecimal("2.9999999999"), fine);
        assertThat(rules.minQuantity()).isEqualTo("1.00000001");
        assertThat(rules.maxQuantity()).isEqualTo("2.99999999");
        assertThat(rules.minNotional()).isEqualTo("1.00000001");
    }

    @Test
    void aMostBeyondAllCountingIsNoLimitAndTheLeastIsALot() {
        RunRules rules = RunRules.of(ONE, ONE, BigDecimal.ZERO, new BigDecimal("900000000000"), BigDecimal.ZERO);
        assertThat(rules.maxQuantity()).isNull();
        assertThat(rules.minQuantity()).isEqualTo(ONE);
    }
}
