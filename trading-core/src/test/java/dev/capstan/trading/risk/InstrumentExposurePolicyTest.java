package dev.capstan.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.order.DenialReason;
import org.junit.jupiter.api.Test;

class InstrumentExposurePolicyTest {

    private final RiskPolicy policy = new InstrumentExposurePolicy();

    @Test
    void passesExactlyTheLimit() {
        assertThat(policy.judge(RiskCheckFixture.buying("4").holding("6").check()))
                .isEmpty();
    }

    @Test
    void refusesBeyondTheLimit() {
        assertThat(policy.judge(RiskCheckFixture.buying("5").holding("6").check()))
                .contains(new Denial(DenialReason.LIMIT_INSTRUMENT_EXPOSURE, "limit=1000 would=1100 current=600"));
    }

    @Test
    void letsAnExposureBeyondTheLimitBeReduced() {
        assertThat(policy.judge(RiskCheckFixture.selling("1").holding("20").check()))
                .isEmpty();
    }
}
