package dev.capstan.risk.reservation.adapter.web;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.risk.ReservationRequest;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Role;
import dev.capstan.risk.reservation.application.Reserve;
import java.util.ArrayList;
import java.util.List;
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
        if (request.orderType() == OrderType.LIMIT
                && (request.limitPrice() == null || request.limitPrice().isZero())) {
            errors.add(new FieldError("limitPrice", "expected more than zero on a LIMIT order"));
        }
        if (request.orderType() == OrderType.MARKET && request.limitPrice() != null) {
            errors.add(new FieldError("limitPrice", "expected none on a MARKET order"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
