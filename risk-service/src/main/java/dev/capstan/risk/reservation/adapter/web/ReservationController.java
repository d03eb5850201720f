package dev.capstan.risk.reservation.adapter.web;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.risk.ReservationRequest;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Role;
import dev.capstan.risk.reservation.application.Reserve;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /internal/risk/reservations}, for role {@code service}. */
@RestController
class ReservationController {

    private final Reserve reserve;
    private final ReservationMeters meters;

    ReservationController(Reserve reserve, ReservationMeters meters) {
        this.reserve = reserve;
        this.meters = meters;
    }

    @Allowed(Role.SERVICE)
    @PostMapping("/internal/risk/reservations")
    ReservationAnswer reserve(@RequestBody ReservationRequest request) {
        requireSense(request);
        return meters.timed(() -> reserve.reserve(request));
    }

    private static void requireSense(ReservationRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (request.quantity().isZero()) {
            errors.add(new FieldError("quantity", "expected more than zero"));
        }
        OrderType type = request.orderType();
        requirePrice("limitPrice", request.limitPrice(), type.hasLimitPrice(), type, errors);
        requirePrice("triggerPrice", request.triggerPrice(), type.hasTriggerPrice(), type, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static void requirePrice(
            String field, @Nullable Price price, boolean needed, OrderType type, List<FieldError> errors) {
        if (needed && (price == null || price.isZero())) {
            errors.add(new FieldError(field, "expected more than zero on a " + type + " order"));
        }
        if (!needed && price != null) {
            errors.add(new FieldError(field, "expected none on a " + type + " order"));
        }
    }
}
