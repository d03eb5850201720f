package dev.capstan.gateway.health;

import dev.capstan.kit.security.Open;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two paths that need no token. */
@RestController
@RequestMapping("/api/health")
class SystemHealthController {

    /** Answer of {@code live}: somebody is here. */
    record Live(String status) {}

    /** Answer of {@code ready}: 503 when anything that is configured is down. */
    record Ready(boolean ready, Map<String, CheckLine> checks, Instant timestamp) {}

    private static final Live LIVE = new Live("ok");

    private final Probes probes;
    private final Clock clock;

    SystemHealthController(Probes probes, Clock clock) {
        this.probes = probes;
        this.clock = clock;
    }

    @Open
    @GetMapping("/live")
    Live live() {
        return LIVE;
    }

    @Open
    @GetMapping("/ready")
    ResponseEntity<Ready> ready() {
        Map<String, CheckLine> lines = probes.lines();
        boolean ready = lines.values().stream().noneMatch(CheckLine::isDown);
        return ResponseEntity.status(ready ? 200 : 503).body(new Ready(ready, lines, clock.instant()));
    }
}
