package dev.capstan.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.order.DenialReason;
import org.junit.jupiter.api.Test;

class PositionSizePolicyTest {

    private final RiskPolicy policy = new PositionSizePolicy();

    @Test
    void knowsNoLimitUnlessOneIsSet() {
        assertThat(policy.judge(RiskCheckFixture.buying("1000000").check())).isEmpty();
    }

    @Test
    void passesExactlyTheLimit() {
        assertThat(policy.judge(RiskCheckFixture.buying("1")
                        .holding("2")
                        .withMaxPosition("3")
                        .check()))
                .isEmpty();
    }

    @Test
    void refusesBeyondTheLimit() {
        assertThat(policy.judge(RiskCheckFixture.buying("1.1")
                        .holding("2")
                        .withMaxPosition("3")
                        .check()))
                .contains(new Denial(DenialReason.LIMIT_POSITION_SIZE, "limit=3 would=3.1 current=2"));
    }

    @Test
    void letsAPositionBeyondTheLimitBeSold() {
        assertThat(policy.judge(RiskCheckFixture.selling("2")
                        .holding("5")
                        .withMaxPosition("3")
                        .check()))
                .isEmpty();
    }

    @Test
    void refusesASaleBeyondWhatIsHeldOnceItIsLargerThanTheLimit() {
        assertThat(policy.judge(
                        RiskCheckFixture.selling("4").withMaxPosition("3").check()))
                .isPresent();
    }
}
