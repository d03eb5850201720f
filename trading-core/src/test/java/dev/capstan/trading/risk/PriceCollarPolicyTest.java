package dev.capstan.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.order.DenialReason;
import org.junit.jupiter.api.Test;

class PriceCollarPolicyTest {

    private final RiskPolicy policy = new PriceCollarPolicy();

    @Test
    void passesAtTheCollarOnBothSides() {
        assertThat(policy.judge(RiskCheckFixture.buying("1").limitedTo("105").check()))
                .isEmpty();
        assertThat(policy.judge(RiskCheckFixture.buying("1").limitedTo("95").check()))
                .isEmpty();
    }

    @Test
    void refusesBeyondItOnBothSides() {
        assertThat(policy.judge(RiskCheckFixture.buying("1").limitedTo("105.01").check()))
                .contains(new Denial(DenialReason.LIMIT_PRICE_COLLAR, "limit=5% limitPrice=105.01 markPrice=100"));
        assertThat(policy.judge(RiskCheckFixture.selling("1").limitedTo("94.99").check()))
                .isPresent();
    }

    @Test
    void measuresTheLimitOfAWaitingOrderFromItsTrigger() {
        assertThat(policy.judge(RiskCheckFixture.selling("1")
                        .waitingFor("80")
                        .limitedTo("79")
                        .check()))
                .isEmpty();
        assertThat(policy.judge(RiskCheckFixture.selling("1")
                        .waitingFor("80")
                        .limitedTo("100")
                        .check()))
                .contains(new Denial(DenialReason.LIMIT_PRICE_COLLAR, "limit=5% limitPrice=100 triggerPrice=80"));
    }

    @Test
    void leavesTheTriggerItselfToItsOwner() {
        assertThat(policy.judge(RiskCheckFixture.selling("1").waitingFor("50").check()))
                .isEmpty();
    }

    @Test
    void hasNothingToSayAboutAMarketOrder() {
        assertThat(policy.judge(RiskCheckFixture.buying("1").check())).isEmpty();
    }
}
