package dev.capstan.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.order.DenialReason;
import org.junit.jupiter.api.Test;

class OpenOrdersPolicyTest {

    private final RiskPolicy policy = new OpenOrdersPolicy();

    @Test
    void passesTheLastFreePlace() {
        assertThat(policy.judge(RiskCheckFixture.buying("1").withOpenOrders(9).check()))
                .isEmpty();
    }

    @Test
    void refusesTheOneTooMany() {
        assertThat(policy.judge(RiskCheckFixture.buying("1").withOpenOrders(10).check()))
                .contains(new Denial(DenialReason.LIMIT_OPEN_ORDERS, "limit=10 would=11 current=10"));
    }
}
