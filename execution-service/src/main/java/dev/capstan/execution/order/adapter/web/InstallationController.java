package dev.capstan.execution.order.adapter.web;

import dev.capstan.execution.order.application.OrderFactory;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Role;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** With it a service knows the client order id of an order before it asks for it ({@code ClientOrderIds}). */
@RestController
class InstallationController {

    private final OrderFactory orders;

    InstallationController(OrderFactory orders) {
        this.orders = orders;
    }

    @Allowed(Role.SERVICE)
    @GetMapping("/internal/installation")
    Installation installation() {
        return new Installation(orders.installationId());
    }

    record Installation(UUID installationId) {}
}
