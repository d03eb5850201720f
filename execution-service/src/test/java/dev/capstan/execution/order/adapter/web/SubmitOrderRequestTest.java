package dev.capstan.execution.order.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubmitOrderRequestTest {

    private static final Caller TRADER = new Caller("trader-1", Set.of(Role.TRADER), false);

    @ParameterizedTest
    @EnumSource
    void takesEveryTypeWithItsPricesAndEachOfItsLifeTimes(OrderType type) {
        for (TimeInForce life : type.timesInForce()) {
            assertThat(errors(type, life, type.hasLimitPrice() ? "100" : null, type.hasTriggerPrice() ? "100" : null))
                    .as("%s %s", type, life)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryPriceThatIsMissingTooManyOrZero(OrderType type) {
        TimeInForce life = type.timesInForce().getFirst();

        assertThat(errors(type, life, type.hasLimitPrice() ? null : "100", type.hasTriggerPrice() ? null : "100"))
                .containsExactly(
                        new FieldError("limitPrice", reason(type, type.hasLimitPrice())),
                        new FieldError("triggerPrice", reason(type, type.hasTriggerPrice())));
        assertThat(errors(type, life, type.hasLimitPrice() ? "0" : null, type.hasTriggerPrice() ? "0.00" : null))
                .allSatisfy(error -> assertThat(error.reason()).isEqualTo("expected more than 0"))
                .hasSize((type.hasLimitPrice() ? 1 : 0) + (type.hasTriggerPrice() ? 1 : 0));
    }

    @ParameterizedTest
    @CsvSource({
        "MARKET,      FOK, 'a MARKET order takes [GTC, IOC], got: FOK'",
        "POST_ONLY,   IOC, 'a POST_ONLY order takes [GTC], got: IOC'",
        "POST_ONLY,   FOK, 'a POST_ONLY order takes [GTC], got: FOK'",
        "STOP_LOSS,   IOC, 'a STOP_LOSS order takes [GTC], got: IOC'",
        "TAKE_PROFIT, FOK, 'a TAKE_PROFIT order takes [GTC], got: FOK'"
    })
    void namesALifeTimeThatTheTypeDoesNotHave(OrderType type, TimeInForce life, String reason) {
        assertThat(errors(type, life, type.hasLimitPrice() ? "100" : null, type.hasTriggerPrice() ? "100" : null))
                .containsExactly(new FieldError("timeInForce", reason));
    }

    @Test
    void spellsEqualPricesAlike() {
        var order = request(OrderType.STOP_LOSS_LIMIT, TimeInForce.GTC, "100.500", "101.0")
                .toNewOrder(TRADER, "key");

        assertThat(order.limitPrice()).hasToString("100.5");
        assertThat(order.triggerPrice()).hasToString("101");
    }

    private static String reason(OrderType type, boolean needed) {
        return needed ? "is required for a " + type + " order" : "a " + type + " order takes none";
    }

    private static List<FieldError> errors(
            OrderType type, TimeInForce life, @Nullable String limit, @Nullable String trigger) {
        try {
            request(type, life, limit, trigger).toNewOrder(TRADER, "key");
            return List.of();
        } catch (ProblemException refused) {
            return refused.errors();
        }
    }

    private static SubmitOrderRequest request(
            OrderType type, TimeInForce life, @Nullable String limit, @Nullable String trigger) {
        return new SubmitOrderRequest(
                AccountId.of(new UUID(1, 1)),
                InstrumentId.parse("BTCUSDT.BINANCE"),
                Side.BUY,
                type,
                life,
                Quantity.parse("1"),
                limit == null ? null : Price.parse(limit),
                trigger == null ? null : Price.parse(trigger));
    }
}
