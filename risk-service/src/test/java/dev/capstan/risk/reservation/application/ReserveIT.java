package dev.capstan.risk.reservation.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.risk.ReservationRequest;
import dev.capstan.contracts.value.Side;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.testing.MovableClock;
import dev.capstan.risk.OrderFixture;
import dev.capstan.risk.RiskDatabase;
import dev.capstan.risk.RiskInstance;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReserveIT {

    private static final RiskInstance RISK = new RiskInstance("risk-reserve");

    private final AccountId account = OrderFixture.account();

    @AfterAll
    static void close() {
        RISK.close();
    }

    @BeforeEach
    void playPrices() {
        RISK.tick(OrderFixture.BTCUSDT, "100");
        RISK.tick(OrderFixture.ETHUSDT, "100");
    }

    @Test
    void approvesAndHoldsAMarketOrderAboveTheMarkBecauseThePriceMayMove() {
        assertThat(RISK.reserve(buy("10").request())).isEqualTo(ReservationAnswer.approved());
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("1010");
    }

    /** The mark is 100, the buffer 1 %: of limit, trigger and mark the highest counts, with the buffer where no limit bounds the price. */
    @ParameterizedTest
    @CsvSource({
        "BUY,  110, ,    1111",
        "BUY,  90,  ,    1010",
        "SELL, 90,  ,    1010",
        "BUY,  102, 104, 1040",
        "BUY,  110, 108, 1100",
        "SELL, 90,  89,  1000"
    })
    void holdsTheHighestPriceThatAWaitingOrderMayMeet(
            Side side, String trigger, @Nullable String limit, String exposure) {
        OrderFixture order = OrderFixture.stop(account, OrderFixture.BTCUSDT, side, "10", trigger, limit);

        assertThat(RISK.reserve(order.request())).isEqualTo(ReservationAnswer.approved());
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo(exposure);
    }

    @Test
    void holdsAWaitingOrderUntilItsEnd() {
        OrderFixture order = OrderFixture.stop(account, OrderFixture.BTCUSDT, Side.BUY, "10", "110", "112");
        RISK.reserve(order.request());
        RISK.execution().writeAndDeliver(order.approved(1));
        RISK.execution().writeAndDeliver(order.accepted(2));
        assertThat(RISK.openOrders(account)).isOne();
        RISK.execution().writeAndDeliver(order.canceled(3));
        assertThat(RISK.openOrders(account)).isZero();
    }

    @Test
    void leavesNothingWhenOneLimitPassesAndAnotherRefuses() {
        limitAccountTo("5000");
        ReservationAnswer answer = RISK.reserve(limitBuy("60").request());
        assertThat(answer.reason()).isEqualTo(DenialReason.LIMIT_ACCOUNT_EXPOSURE);
        assertThat(answer.context()).isEqualTo("limit=5000 would=6000 current=0");
        assertThat(RISK.exposure(account, "100")).isZero();
        assertThat(RISK.openOrders(account)).isZero();
    }

    @Test
    void repeatsAnApprovalWithoutHoldingTwice() {
        ReservationRequest request = limitBuy("600").request();
        assertThat(RISK.reserve(request)).isEqualTo(RISK.reserve(request)).isEqualTo(ReservationAnswer.approved());
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("60000");
    }

    @Test
    void repeatsARefusalEvenWhenItWouldPassByNow() {
        limitAccountTo("5000");
        ReservationRequest request = limitBuy("60").request();
        ReservationAnswer refused = RISK.reserve(request);
        limitAccountTo("50000");
        assertThat(RISK.reserve(request)).isEqualTo(refused);
        assertThat(RISK.reserve(limitBuy("60").request())).isEqualTo(ReservationAnswer.approved());
    }

    @Test
    void repeatsTheAnswerOfAnOrderThatEndedAndHoldsNothing() {
        OrderFixture order = limitBuy("10");
        RISK.reserve(order.request());
        RISK.execution().writeAndDeliver(order.approved(1));
        RISK.execution().writeAndDeliver(order.canceled(1));
        assertThat(RISK.reserve(order.request())).isEqualTo(ReservationAnswer.approved());
        assertThat(RISK.openOrders(account)).isZero();
    }

    @Test
    void refusesAnOrderWhoseEndOvertookTheQuestion() {
        OrderFixture order = limitBuy("10");
        RISK.execution().writeAndDeliver(order.received(1));
        RISK.execution().writeAndDeliver(order.canceled(1));
        assertThat(RISK.reserve(order.request()).reason()).isEqualTo(DenialReason.RISK_UNAVAILABLE);
        assertThat(RISK.openOrders(account)).isZero();
    }

    @Test
    void countsAnOrderOnceWhenItsApprovalOvertookTheQuestion() {
        OrderFixture order = limitBuy("10");
        RISK.execution().writeAndDeliver(order.approved(1));
        assertThat(RISK.reserve(order.request())).isEqualTo(ReservationAnswer.approved());
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("1000");
    }

    @Test
    void doesNotLetTwoUndecidedIntentsRefuseEachOther() {
        OrderFixture one = limitBuy("600");
        OrderFixture two = limitBuy("600");
        RISK.execution().writeAndDeliver(one.received(1));
        RISK.execution().writeAndDeliver(two.received(1));
        assertThat(RISK.reserve(one.request())).isEqualTo(ReservationAnswer.approved());
        assertThat(RISK.reserve(two.request()).reason()).isEqualTo(DenialReason.LIMIT_INSTRUMENT_EXPOSURE);
    }

    @Test
    void refusesAClientOrderIdThatBelongsToAnotherOrder() {
        ReservationRequest request = limitBuy("1").request();
        RISK.reserve(request);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RISK.reserve(withOrderId(request, OrderId.of(UUID.randomUUID()))))
                .extracting(ProblemException::code)
                .isEqualTo(ProblemCode.STATE_CONFLICT);
    }

    @Test
    void keepsTheSameClientOrderIdOfTwoAccountsApart() {
        ClientOrderId shared = limitBuy("1").clientOrderId();
        ReservationRequest mine = withClientOrderId(limitBuy("1").request(), shared);
        ReservationRequest theirs = withClientOrderId(
                OrderFixture.limit(OrderFixture.account(), OrderFixture.BTCUSDT, Side.BUY, "1", "100")
                        .request(),
                shared);
        assertThat(RISK.reserve(mine)).isEqualTo(RISK.reserve(theirs)).isEqualTo(ReservationAnswer.approved());
    }

    @Test
    void refusesWithoutAFreshMark() {
        RISK.get(MovableClock.class).advance(Duration.ofSeconds(5));
        assertThat(RISK.reserve(buy("1").request()).reason()).isEqualTo(DenialReason.MARKET_DATA_STALE);
        RISK.tick(OrderFixture.BTCUSDT, "100");
        assertThat(RISK.reserve(buy("1").request())).isEqualTo(ReservationAnswer.approved());
    }

    @Test
    void refusesWhatItCannotConvertIntoTheReferenceAsset() {
        InstrumentId exotic = InstrumentId.parse("XRPETH.KRAKEN");
        RISK.tick(exotic, "0.0005");
        ReservationAnswer answer =
                RISK.reserve(OrderFixture.market(account, exotic, Side.BUY, "1").request());
        assertThat(answer.reason()).isEqualTo(DenialReason.MARKET_DATA_STALE);
        assertThat(answer.context()).contains("notConvertible=XRPETH.KRAKEN");
    }

    @Test
    void refusesWhileTheKeyIsParkedAndOnlyOnThatKey() {
        OrderFixture order = limitBuy("1");
        RISK.execution().park(order.key(), true);
        assertThat(RISK.reserve(order.request()).reason()).isEqualTo(DenialReason.POSITION_STALE);
        assertThat(RISK.reserve(OrderFixture.limit(account, OrderFixture.ETHUSDT, Side.BUY, "1", "100")
                        .request()))
                .isEqualTo(ReservationAnswer.approved());
        RISK.execution().park(order.key(), false);
        assertThat(RISK.reserve(limitBuy("1").request())).isEqualTo(ReservationAnswer.approved());
    }

    @Test
    void refusesWhileTheKeyIsKnownToBeBehind() {
        OrderFixture order = limitBuy("1");
        RISK.execution().markBehind(order.key());
        assertThat(RISK.reserve(order.request()).reason()).isEqualTo(DenialReason.POSITION_STALE);
    }

    @Test
    void refusesALimitPriceOutsideTheCollar() {
        assertThat(RISK.reserve(OrderFixture.limit(account, OrderFixture.BTCUSDT, Side.BUY, "1", "106")
                                .request())
                        .reason())
                .isEqualTo(DenialReason.LIMIT_PRICE_COLLAR);
    }

    @Test
    void refusesAbsurdNumbersInsteadOfFailing() {
        assertThat(RISK.reserve(OrderFixture.market(account, OrderFixture.BTCUSDT, Side.BUY, "99999999999999999999")
                                .request())
                        .reason())
                .isEqualTo(DenialReason.LIMIT_INSTRUMENT_EXPOSURE);
    }

    @Test
    void letsAFullAccountSellWhatItHolds() {
        limitAccountTo("1000");
        OrderFixture bought = limitBuy("10");
        RISK.reserve(bought.request());
        RISK.execution().writeAndDeliver(bought.fill("10", "100", 1));
        assertThat(RISK.reserve(limitBuy("1").request()).reason()).isEqualTo(DenialReason.LIMIT_ACCOUNT_EXPOSURE);
        assertThat(RISK.reserve(OrderFixture.market(account, OrderFixture.BTCUSDT, Side.SELL, "10")
                        .request()))
                .isEqualTo(ReservationAnswer.approved());
    }

    private OrderFixture buy(String quantity) {
        return OrderFixture.market(account, OrderFixture.BTCUSDT, Side.BUY, quantity);
    }

    private OrderFixture limitBuy(String quantity) {
        return OrderFixture.limit(account, OrderFixture.BTCUSDT, Side.BUY, quantity, "100");
    }

    private void limitAccountTo(String exposure) {
        RiskDatabase.session().sql("""
                        INSERT INTO account_limit (account_id, max_account_exposure, version) VALUES (?, ?::numeric, 1)
                        ON CONFLICT (account_id) DO UPDATE SET max_account_exposure = excluded.max_account_exposure""").params(account.value(), exposure).update();
    }

    private static ReservationRequest withOrderId(ReservationRequest request, OrderId orderId) {
        return new ReservationRequest(
                request.accountId(),
                request.clientOrderId(),
                orderId,
                request.instrumentId(),
                request.side(),
                request.orderType(),
                request.quantity(),
                request.limitPrice(),
                request.triggerPrice());
    }

    private static ReservationRequest withClientOrderId(ReservationRequest request, ClientOrderId clientOrderId) {
        return new ReservationRequest(
                request.accountId(),
                clientOrderId,
                request.orderId(),
                request.instrumentId(),
                request.side(),
                request.orderType(),
                request.quantity(),
                request.limitPrice(),
                request.triggerPrice());
    }
}
