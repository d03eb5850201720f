package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.execution.order.application.NewOrder;
import dev.capstan.execution.order.domain.Plain;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/orders}.
 *
 * @param timeInForce one that the order type takes: {@link OrderType#timesInForce}
 * @param limitPrice for the types that have one, and for no other
 * @param triggerPrice for the types that wait for one, and for no other
 */
record SubmitOrderRequest(
        AccountId accountId,
        InstrumentId instrumentId,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        Quantity quantity,
        @Nullable Price limitPrice,
        @Nullable Price triggerPrice) {

    NewOrder toNewOrder(Caller caller, String idempotencyKey) {
        List<FieldError> errors = errors();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new NewOrder(
                accountId,
                instrumentId,
                side,
                orderType,
                timeInForce,
                Quantity.of(Plain.of(quantity.value())),
                plain(limitPrice),
                plain(triggerPrice),
                caller.subject(),
                idempotencyKey);
    }

    private List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (quantity.isZero()) {
            errors.add(new FieldError("quantity", "expected more than 0"));
        }
        if (!orderType.timesInForce().contains(timeInForce)) {
            errors.add(new FieldError(
                    "timeInForce", described() + " order takes " + orderType.timesInForce() + ", got: " + timeInForce));
        }
        priceError("limitPrice", limitPrice, orderType.hasLimitPrice()).ifPresent(errors::add);
        priceError("triggerPrice", triggerPrice, orderType.hasTriggerPrice()).ifPresent(errors::add);
        return errors;
    }

    private Optional<FieldError> priceError(String field, @Nullable Price price, boolean needed) {
        if (!needed) {
            return price == null
                    ? Optional.empty()
                    : Optional.of(new FieldError(field, described() + " order takes none"));
        }
        if (price == null) {
            return Optional.of(new FieldError(field, "is required for " + described() + " order"));
        }
        return price.isZero() ? Optional.of(new FieldError(field, "expected more than 0")) : Optional.empty();
    }

    private String described() {
        return "a " + orderType;
    }

    private static @Nullable Price plain(@Nullable Price price) {
        return price == null ? null : Price.of(Plain.of(price.value()));
    }
}
