package dev.capstan.risk.exposure.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Side;
import dev.capstan.risk.ExecutionStreams;
import dev.capstan.risk.OrderFixture;
import dev.capstan.risk.RiskDatabase;
import dev.capstan.risk.RiskInstance;
import dev.capstan.risk.exposure.application.RebuildExposure.Rebuilt;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildExposureIT {

    private static final RiskInstance RISK = new RiskInstance("risk-rebuild");

    private final AccountId account = OrderFixture.account();
    private final ExecutionStreams execution = RISK.execution();
    private final OrderFixture filled = buy("10");
    private final OrderFixture open = buy("20");
    private final OrderFixture unheard = buy("30");

    @AfterAll
    static void close() {
        RISK.close();
    }

    @BeforeEach
    void trade() {
        RISK.tick(OrderFixture.BTCUSDT, "100");
        RISK.tick(OrderFixture.ETHUSDT, "100");
        RISK.reserve(filled.request());
        execution.writeAndDeliver(filled.received(1));
        execution.writeAndDeliver(filled.approved(1));
        execution.writeAndDeliver(filled.fill("10", "100", 1));
        RISK.reserve(open.request());
        execution.writeAndDeliver(open.accepted(1));
        execution.writeAndDeliver(open.fill("5", "100", 1));
        RISK.reserve(unheard.request());
    }

    @Test
    void givesTheSameFigures() {
        Rebuilt rebuilt = RISK.get(RebuildExposure.class).rebuild(open.key());
        assertThat(rebuilt.after()).isEqualTo(rebuilt.before());
        assertThat(rebuilt.after().lastEventNumber()).isEqualTo(5);
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("6000");
    }

    @Test
    void healsAFigureThatWasWrong() {
        RiskDatabase.session()
                .sql("UPDATE instrument_exposure SET position_quantity = 1 WHERE account_id = ?")
                .param(account.value())
                .update();
        Rebuilt rebuilt = RISK.get(RebuildExposure.class).rebuild(open.key());
        assertThat(rebuilt.after().hash()).isNotEqualTo(rebuilt.before().hash());
        assertThat(RISK.exposure(account, "100")).isEqualByComparingTo("6000");
    }

    @Test
    void refusesNewOrdersOfTheAccountUntilItIsComplete() {
        RISK.transactions().run(() -> {
            execution.rewind(ExposureConsumer.NAME, open.key());
            RISK.get(ExposureBooks.class).lock(open.key());
            RISK.get(ExposureBooks.class).beginRebuild(open.key());
        });
        OrderFixture elsewhere = OrderFixture.limit(account, OrderFixture.ETHUSDT, Side.BUY, "1", "100");
        assertThat(RISK.reserve(elsewhere.request()).reason()).isEqualTo(DenialReason.POSITION_STALE);
        RISK.get(RebuildExposure.class).resume();
        OrderFixture again = OrderFixture.limit(account, OrderFixture.ETHUSDT, Side.BUY, "1", "100");
        assertThat(RISK.reserve(again.request()).reason()).isNull();
    }

    private OrderFixture buy(String quantity) {
        return OrderFixture.limit(account, OrderFixture.BTCUSDT, Side.BUY, quantity, "100");
    }
}
