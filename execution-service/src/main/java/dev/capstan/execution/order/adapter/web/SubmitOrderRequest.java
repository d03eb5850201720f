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
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/orders}. */
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
                limitPrice == null ? null : Price.of(Plain.of(limitPrice.value())),
                caller.subject(),
                idempotencyKey);
    }

    private List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (quantity.isZero()) {
            errors.add(new FieldError("quantity", "expected more than 0"));
        }
        if (triggerPrice != null) {
            errors.add(new FieldError("triggerPrice", "no order type takes a trigger price"));
        }
        switch (orderType) {
            case LIMIT -> limitErrors(errors);
            case MARKET -> marketErrors(errors);
        }
        return errors;
    }

    private void limitErrors(List<FieldError> errors) {
        if (limitPrice == null) {
            errors.add(new FieldError("limitPrice", "is required for a LIMIT order"));
        } else if (limitPrice.isZero()) {
            errors.add(new FieldError("limitPrice", "expected more than 0"));
        }
    }

    private void marketErrors(List<FieldError> errors) {
        if (limitPrice != null) {
            errors.add(new FieldError("limitPrice", "a MARKET order takes none"));
        }
    }
}
