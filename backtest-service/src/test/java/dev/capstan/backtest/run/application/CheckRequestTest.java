package dev.capstan.backtest.run.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.backtest.defaults.UserDefaults;
import dev.capstan.backtest.run.domain.GapPolicy;
import dev.capstan.backtest.run.domain.RunPriority;
import dev.capstan.contracts.problem.FieldError;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckRequestTest {

    private static final UserDefaults CHARGES = new UserDefaults(new BigDecimal("0.075"), 2);

    private final CheckRequest check =
            new CheckRequest(BuiltInStrategies.kinds(), owner -> CHARGES, RequestFixture.LIMITS);
    private final RequestFixture fixture = new RequestFixture();

    @Test
    void fillsInWhatNobodySaid() {
        CheckRequest.Checked checked = check.check("tom", fixture.request());
        assertThat(checked.charges()).isEqualTo(CHARGES);
        assertThat(checked.gaps()).isEqualTo(GapPolicy.REFUSE);
        assertThat(checked.priority()).isEqualTo(RunPriority.NORMAL);
        assertThat(checked.riskPercent()).isEqualTo("1");
        assertThat(checked.volumeSharePercent()).isEqualTo(100);
        assertThat(checked.timeLimit()).isEqualTo(Duration.ofMinutes(5));
        assertThat(checked.parameters().texts()).containsEntry("fast", "9").hasSizeGreaterThan(2);
    }

    @Test
    void whatIsSaidGoesBeforeTheDefaults() {
        fixture.slippageTicks = 0;
        assertThat(check.check("tom", fixture.request()).charges())
                .isEqualTo(new UserDefaults(new BigDecimal("0.075"), 0));
    }

    @Test
    void namesEveryFaultAtOnce() {
        fixture.parameters = Map.of("fast", "x", "window", "3");
        fixture.capital = "-1";
        fixture.timeframe = "../m";
        fixture.gaps = "REFUSE";
        fixture.from = Instant.parse("2026-01-02T00:00:00Z");
        fixture.to = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(faults().stream().map(FieldError::field))
                .containsExactlyInAnyOrder(
                        "strategy.parameters.fast", "strategy.parameters.window", "capital", "timeframe", "gaps", "to");
    }

    @Test
    void theSmallestOrderMayBeAnySize() {
        fixture.minNotional = "0";
        assertThat(check.check("tom", fixture.request())).isNotNull();
        fixture.minNotional = "-0.01";
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("minNotional");
            assertThat(fault.reason()).startsWith("expected 0 to ").endsWith("got: -0.01");
        });
    }

    @Test
    void anUnknownStrategyIsToldWhichThereAre() {
        fixture.kind = "moon";
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("strategy.kind");
            assertThat(fault.reason()).contains("sma-cross").contains("got: moon");
        });
    }

    private List<FieldError> faults() {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> check.check("tom", fixture.request()))
                .actual()
                .errors();
    }
}
