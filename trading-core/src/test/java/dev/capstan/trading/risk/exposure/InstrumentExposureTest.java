package dev.capstan.trading.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentExposureTest {

    private static final Price MARK = Price.parse("100");

    @Test
    void isTheFartherEndOfWhatCanStillHappen() {
        InstrumentExposure exposure = exposure("2", buy("1", "95"), sell("1", "110"));
        assertThat(exposure.worstValue()).isEqualTo(Money.parse("300"));
        assertThat(exposure.worstQuantity()).isEqualTo(Quantity.parse("3"));
    }

    @Test
    void valuesABuyAboveTheMarkAtItsLimit() {
        assertThat(exposure("0", buy("1", "104")).worstValue()).isEqualTo(Money.parse("104"));
    }

    @Test
    void valuesAnOrderWithoutAPriceAtTheMark() {
        assertThat(exposure("0", buy("2", "0")).worstValue()).isEqualTo(Money.parse("200"));
    }

    @Test
    void doesNotNetBuysAgainstSells() {
        assertThat(exposure("0", buy("1", "100"), sell("1", "100")).worstQuantity())
                .isEqualTo(Quantity.parse("1"));
    }

    @Test
    void isNotRaisedBySellingWhatIsHeld() {
        assertThat(exposure("2", sell("2", "100")).worstValue())
                .isEqualTo(exposure("2").worstValue());
    }

    @Test
    void countsAShortPositionByItsSize() {
        assertThat(exposure("-3").worstValue()).isEqualTo(Money.parse("300"));
        assertThat(exposure("-3", sell("1", "100")).worstQuantity()).isEqualTo(Quantity.parse("4"));
    }

    @Test
    void saturatesInsteadOfFailingOnAbsurdNumbers() {
        String huge = "99999999999999999999";
        InstrumentExposure exposure = exposure(huge, buy(huge, huge));
        assertThat(exposure.worstValue()).isEqualTo(Money.parse(huge));
        assertThat(exposure.worstQuantity()).isEqualTo(Quantity.parse(huge));
    }

    private static InstrumentExposure exposure(String position, OpenOrder... orders) {
        return new InstrumentExposure(NetQuantity.of(new BigDecimal(position)), List.of(orders), MARK);
    }

    private static OpenOrder buy(String quantity, String price) {
        return new OpenOrder(Side.BUY, Quantity.parse(quantity), Price.parse(price));
    }

    private static OpenOrder sell(String quantity, String price) {
        return new OpenOrder(Side.SELL, Quantity.parse(quantity), Price.parse(price));
    }
}
