package dev.capstan.execution.order.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Side;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.OrderFixture;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.VenueBalance;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The order of {@link OrderFixture} buys 3 BTC at 100, so it needs 300 USDT. */
class VenueFundsTest {

    private static final OrderTerms TERMS = OrderFixture.terms();
    private static final InstrumentId BTCUSDT = TERMS.instrumentId();

    private final AtomicInteger questions = new AtomicInteger();
    private volatile String free = "300";
    private volatile boolean away;

    private final VenueFunds funds =
            new VenueFunds(new FreeBalances(account -> balances(), Duration.ofSeconds(5)), id -> Optional.of(rules()));

    @Test
    void whatIsFreeIsEnough() {
        assertThat(refuse()).isEmpty();
    }

    @Test
    void aCentLessIsNot() {
        free = "299.99";
        assertThat(refuse())
                .contains(new Denial(DenialReason.BALANCE_INSUFFICIENT, "asset=USDT needs=300 free=299.99 promised=0"));
    }

    @Test
    void purchasesUnderWayCountByTheirLimitsAndSalesNotAtAll() {
        free = "500";
        assertThat(refuse(underWay(Side.BUY, "9", "200"), underWay(Side.SELL, "9", "900")))
                .isEmpty();
        assertThat(refuse(underWay(Side.BUY, "9", "200.01"))).isPresent();
    }

    @Test
    void aKnownBalanceLetsAnOrderPassAndOnlyAFreshOneRefusesIt() {
        assertThat(refuse()).isEmpty();
        free = "100";
        assertThat(refuse()).as("known from before").isEmpty();
        assertThat(questions).hasValue(1);

        assertThat(refuse(underWay(Side.BUY, "1", "1"))).as("asked anew").isPresent();
        assertThat(questions).hasValue(2);
        free = "301";
        assertThat(refuse(underWay(Side.BUY, "1", "1"))).as("and again").isEmpty();
    }

    @Test
    void aVenueThatDoesNotAnswerDecidesItself() {
        away = true;
        assertThat(refuse()).isEmpty();
    }

    private Optional<Denial> refuse(OrdersUnderWay... underWay) {
        return funds.refuse(TERMS, rules(), List.of(underWay));
    }

    private List<VenueBalance> balances() {
        questions.incrementAndGet();
        if (away) {
            throw new VenueUnavailableException("away");
        }
        return List.of(new VenueBalance(new Asset("USDT"), Money.parse(free), Money.ZERO));
    }

    private static OrdersUnderWay underWay(Side side, String quantity, String notional) {
        return new OrdersUnderWay(BTCUSDT, side, new BigDecimal(quantity), new BigDecimal(notional), false);
    }

    private static InstrumentRules rules() {
        return new InstrumentRules(
                BTCUSDT,
                new Asset("BTC"),
                new Asset("USDT"),
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                8,
                8,
                Set.of(OrderType.values()),
                null);
    }
}
