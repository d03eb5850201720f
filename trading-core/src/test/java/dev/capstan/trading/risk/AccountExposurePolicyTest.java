package dev.capstan.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.order.DenialReason;
import org.junit.jupiter.api.Test;

class AccountExposurePolicyTest {

    private final RiskPolicy policy = new AccountExposurePolicy();

    @Test
    void passesExactlyTheLimit() {
        assertThat(policy.judge(RiskCheckFixture.buying("1").besides("4900").check()))
                .isEmpty();
    }

    @Test
    void refusesBeyondTheLimit() {
        assertThat(policy.judge(RiskCheckFixture.buying("2").besides("4900").check()))
                .contains(new Denial(DenialReason.LIMIT_ACCOUNT_EXPOSURE, "limit=5000 would=5100 current=4900"));
    }

    @Test
    void convertsTheQuoteAssetIntoTheReferenceAsset() {
        assertThat(policy.judge(RiskCheckFixture.buying("2").convertedAt("30").check()))
                .contains(new Denial(DenialReason.LIMIT_ACCOUNT_EXPOSURE, "limit=5000 would=6000 current=0"));
    }

    @Test
    void letsAnAccountBeyondItsLimitSell() {
        assertThat(policy.judge(RiskCheckFixture.selling("1")
                        .holding("1")
                        .besides("9000")
                        .check()))
                .isEmpty();
    }
}
