package dev.capstan.gateway.status;

import dev.capstan.gateway.forwarding.Upstream;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.settings.CapstanSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything at a glance. */
@RestController
class StatusController {

    /**
     * The whole installation.
     *
     * @param status {@code ok} when every replica of every configured service is up, else {@code degraded}
     */
    record Status(String status, GatewayStatus gateway, List<ServiceStatus> services, Instant timestamp) {}

    /** The gateway that answers. */
    record GatewayStatus(String instance, String version) {}

    /**
     * One service.
     *
     * @param status {@code up}, {@code degraded} (some replicas are not up), {@code down} or {@code not_configured}
     */
    record ServiceStatus(String name, String status, List<ReplicaState> replicas) {

        static ServiceStatus of(String name, List<ReplicaState> replicas) {
            return new ServiceStatus(name, word(replicas), replicas);
        }

        private static String word(List<ReplicaState> replicas) {
            long up = replicas.stream().filter(ReplicaState::isUp).count();
            if (replicas.isEmpty()) {
                return "not_configured";
            }
            return up == replicas.size() ? "up" : up == 0 ? "down" : "degraded";
        }

        boolean isWell() {
            return status.equals("up") || status.equals("not_configured");
        }
    }

    private final ReplicaWatch watch;
    private final GatewayStatus gateway;
    private final Clock clock;

    StatusController(ReplicaWatch watch, CapstanSettings settings, Clock clock) {
        this.watch = watch;
        this.gateway = new GatewayStatus(
                settings.instanceId(),
                Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), "development"));
        this.clock = clock;
    }

    @Allowed
    @GetMapping("/api/status")
    Status status() {
        List<ServiceStatus> services = Arrays.stream(Upstream.values())
                .map(upstream -> ServiceStatus.of(upstream.serviceName(), watch.of(upstream)))
                .toList();
        boolean well = services.stream().allMatch(ServiceStatus::isWell);
        return new Status(well ? "ok" : "degraded", gateway, services, clock.instant());
    }
}
