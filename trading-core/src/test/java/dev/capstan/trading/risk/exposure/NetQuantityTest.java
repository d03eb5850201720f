package dev.capstan.trading.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NetQuantityTest {

    @Test
    void addsBuysAndTakesSellsAndCommissionsAway() {
        NetQuantity net = NetQuantity.FLAT
                .filled(Side.BUY, Quantity.parse("1.00"))
                .charged(Quantity.parse("0.001"))
                .filled(Side.SELL, Quantity.parse("2"));
        assertThat(net.text()).isEqualTo("-1.001");
        assertThat(net.size()).isEqualTo(Quantity.parse("1.001"));
    }

    @Test
    void readsItsOwnText() {
        assertThat(NetQuantity.parse("-1.50").text()).isEqualTo("-1.50");
    }

    @Test
    void isEqualWhateverTheScale() {
        assertThat(NetQuantity.of(new BigDecimal("-1.50"))).isEqualTo(NetQuantity.of(new BigDecimal("-1.5")));
        assertThat(NetQuantity.of(new BigDecimal("1E+3")).text()).isEqualTo("1000");
        assertThat(NetQuantity.of(new BigDecimal("0.00")).isFlat()).isTrue();
    }
}
