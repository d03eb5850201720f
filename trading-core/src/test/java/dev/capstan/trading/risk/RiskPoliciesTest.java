package dev.capstan.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.order.DenialReason;
import org.junit.jupiter.api.Test;

class RiskPoliciesTest {

    @Test
    void passWhatEveryPolicyPasses() {
        assertThat(RiskPolicies.all().judge(RiskCheckFixture.buying("1").check()))
                .isEmpty();
    }

    @Test
    void answerTheFirstRefusal() {
        RiskCheck check = RiskCheckFixture.buying("1000")
                .limitedTo("200")
                .withOpenOrders(10)
                .check();
        assertThat(RiskPolicies.all().judge(check).map(Denial::reason)).contains(DenialReason.LIMIT_PRICE_COLLAR);
        assertThat(RiskPolicies.amounts().judge(check).map(Denial::reason)).contains(DenialReason.LIMIT_OPEN_ORDERS);
    }
}
