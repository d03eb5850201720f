package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.order.OrderStanding;
import dev.capstan.execution.background.BackgroundLoop;
import dev.capstan.execution.order.application.OrderHistory;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Role;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Execution's word to the other services, and a peer's call that an approved order waits. */
@RestController
class StandingController {

    private static final int MOST = 500;

    private final OrderHistory history;
    private final List<BackgroundLoop> loops;

    StandingController(
            OrderHistory history,
            @Qualifier("claimLoop") BackgroundLoop claimLoop,
            @Qualifier("followUpLoop") BackgroundLoop followUpLoop) {
        this.history = history;
        this.loops = List.of(claimLoop, followUpLoop);
    }

    @Allowed(Role.SERVICE)
    @PostMapping("/internal/orders/standings")
    Standings standings(@RequestBody StandingsRequest request) {
        if (request.clientOrderIds().size() > MOST) {
            throw ProblemException.invalid("clientOrderIds", "expected at most " + MOST + " ids");
        }
        return new Standings(history.standings(request.clientOrderIds()));
    }

    @Allowed(Role.SERVICE)
    @PostMapping("/internal/sessions/{accountId}/wake")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void wake(@PathVariable AccountId accountId) {
        loops.forEach(BackgroundLoop::signal);
    }

    record StandingsRequest(List<ClientOrderId> clientOrderIds) {}

    record Standings(List<OrderStanding> items) {}
}
