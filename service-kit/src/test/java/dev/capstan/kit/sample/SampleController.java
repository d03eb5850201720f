package dev.capstan.kit.sample;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SampleController {

    record Leg(InstrumentId instrumentId, Quantity quantity) {}

    record Placement(
            Side side,

            @Size(max = 8, message = "expected at most 8 characters")
            String label,

            List<Leg> legs) {}

    @Allowed
    @PostMapping(path = "/api/placements", consumes = MediaType.APPLICATION_JSON_VALUE)
    Placement place(@Valid @RequestBody Placement placement) {
        return placement;
    }

    @Allowed
    @GetMapping(path = "/api/accounts/{accountId}", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> account(
            @PathVariable AccountId accountId,
            @RequestParam(defaultValue = "10") @Max(value = 500, message = "expected at most 500") int limit,
            @RequestParam @Nullable Side side,
            @RequestParam @Nullable Instant since) {
        return Map.of("accountId", accountId, "limit", limit);
    }

    @Allowed
    @GetMapping("/api/needs")
    String needs(@RequestParam String cursor, @RequestHeader("Idempotency-Key") String key) {
        return cursor + key;
    }

    @Allowed
    @GetMapping("/api/me")
    Caller me(Caller caller) {
        return caller;
    }

    @Allowed({Role.RISK_MANAGER, Role.ADMIN})
    @GetMapping("/api/halt")
    String halt() {
        return "halted";
    }

    @Allowed(Role.SERVICE)
    @GetMapping("/internal/secrets")
    String internal() {
        return "for services";
    }

    @Allowed(Role.ADMIN)
    @PostMapping("/api/recount")
    Placement recount(@RequestBody Placement placement) {
        return placement;
    }

    /** Says not who may call it. */
    @GetMapping("/api/forgotten")
    String forgotten() {
        return "nobody reads this";
    }

    @Allowed
    @GetMapping("/api/denied")
    String denied() {
        throw ProblemException.with(ProblemCode.ORDER_DENIED, "No.", Map.of("orderId", "o-1", "reason", "LIMIT"));
    }

    @Allowed
    @GetMapping("/api/undecided")
    String undecided() {
        throw ProblemException.retryLater(ProblemCode.ORDER_UNDECIDED, "Not yet.", 2);
    }

    @Allowed
    @GetMapping("/api/bug")
    String bug() {
        throw new IllegalStateException("password=hunter2 must stay inside");
    }

    @Allowed
    @GetMapping("/api/away")
    String away() {
        throw new DataAccessResourceFailureException("connection refused");
    }
}
