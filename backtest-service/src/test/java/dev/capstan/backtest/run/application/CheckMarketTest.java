package dev.capstan.backtest.run.application;

import static dev.capstan.backtest.run.application.RequestFixture.BTCUSDT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.backtest.market.Coverage;
import dev.capstan.backtest.market.ListedRules;
import dev.capstan.backtest.market.MarketData;
import dev.capstan.backtest.market.SeriesRange;
import dev.capstan.backtest.run.application.CheckMarket.FixedRange;
import dev.capstan.backtest.run.domain.GapPolicy;
import dev.capstan.backtest.run.domain.RunRules;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.problem.FieldError;
import dev.capstan.kit.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckMarketTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final ListedRules LISTED = new ListedRules(
            BTCUSDT, new BigDecimal("0.01"), new BigDecimal("0.001"), new BigDecimal("0.01"), null, BigDecimal.TEN);

    private final RequestFixture fixture = new RequestFixture();
    private Coverage coverage = covered(FIRST, 100, null);
    private @Nullable ListedRules listed = LISTED;

    private static Coverage covered(Instant first, int candles, Coverage.@Nullable Gap gap) {
        return new Coverage(
                "1m",
                "1m",
                60_000,
                1,
                first,
                first.plusSeconds(60L * (candles - 1)),
                gap == null ? 0 : 1,
                gap == null ? 0 : gap.missing(),
                gap);
    }

    private CheckMarket check() {
        MarketData market = new MarketData() {
            @Override
            public Coverage coverage(SeriesRange range) {
                return coverage;
            }

            @Override
            public Optional<ListedRules> rules(InstrumentId instrumentId) {
                return Optional.ofNullable(listed);
            }

            @Override
            public <T> T candles(SeriesRange range, Reader<T> reader) {
                throw new AssertionError("nothing is read before a run is queued");
            }
        };
        return new CheckMarket(market, RequestFixture.LIMITS);
    }

    @Test
    void anOpenRangeIsFixedToWhatIsStored() {
        assertThat(check().range(fixture.request(), GapPolicy.REFUSE))
                .isEqualTo(new FixedRange(FIRST, FIRST.plusSeconds(6_000)));
    }

    @Test
    void aRangeBeyondWhatIsStoredEndsWhereThatDoes() {
        fixture.from = FIRST.minusSeconds(600);
        fixture.to = FIRST.plusSeconds(60_000);
        assertThat(check().range(fixture.request(), GapPolicy.REFUSE))
                .isEqualTo(new FixedRange(FIRST, FIRST.plusSeconds(6_000)));
        fixture.from = FIRST.plusSeconds(60);
        fixture.to = FIRST.plusSeconds(120);
        assertThat(check().range(fixture.request(), GapPolicy.REFUSE))
                .isEqualTo(new FixedRange(FIRST.plusSeconds(60), FIRST.plusSeconds(120)));
    }

    @Test
    void aGapIsToldWithItsNumbersAndMayBeSkipped() {
        coverage = covered(FIRST, 100, new Coverage.Gap(FIRST.plusSeconds(60), FIRST.plusSeconds(120), 2));
        refused("gaps", () -> check().range(fixture.request(), GapPolicy.REFUSE), "2 candles", "2026-01-01T00:01:00Z");
        assertThat(check().range(fixture.request(), GapPolicy.SKIP).from()).isEqualTo(FIRST);
    }

    @Test
    void aRangeOfNothingOrOfTooMuchIsRefused() {
        coverage = new Coverage("1m", "1m", 60_000, 1, null, null, 0, 0, null);
        refused("to", () -> check().range(fixture.request(), GapPolicy.SKIP), "no candle");
        coverage = covered(FIRST, 1_001, null);
        refused("from", () -> check().range(fixture.request(), GapPolicy.SKIP), "at most 1000", "1001");
    }

    @Test
    void missingPartsOfCandlesThatAreAddedUpDoNotMakeThemFewer() {
        Coverage.Gap gap = new Coverage.Gap(FIRST.plusSeconds(1), FIRST.plusSeconds(50), 50);
        coverage = new Coverage("1m", "1s", 60_000, 1, FIRST, FIRST.plusSeconds(60L * 1_000), 1, 50, gap);
        refused("from", () -> check().range(fixture.request(), GapPolicy.SKIP), "at most 1000", "1001");
    }

    @Test
    void rulesAreTheGivenOnesAndThenTheListedOnes() {
        fixture.tick = "0.5";
        assertThat(check().rules(fixture.request()))
                .isEqualTo(new RunRules(
                        new BigDecimal("0.5"), new BigDecimal("0.001"), new BigDecimal("0.01"), null, BigDecimal.TEN));
    }

    @Test
    void whatNobodyListsMustBeGiven() {
        listed = null;
        refused("tick", () -> check().rules(fixture.request()), "is required");
        fixture.tick = "0.1";
        refused("lot", () -> check().rules(fixture.request()), "is required");
        fixture.lot = "0.1";
        assertThat(check().rules(fixture.request()).minNotional()).isZero();
    }

    private static void refused(String field, ThrowingCallable call, String... reasons) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.errors().getFirst())
                        .satisfies(error -> assertThat(error.field()).isEqualTo(field))
                        .extracting(FieldError::reason)
                        .asString()
                        .contains(reasons));
    }
}
