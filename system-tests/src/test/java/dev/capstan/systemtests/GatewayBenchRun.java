package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.capstan.systemtests.dsl.Shell;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway promises about its own cost, as {@code ./capstan bench gateway} measures it. */
class GatewayBenchRun {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    @Test
    void itCostsAtMostHalfMoreThanTheBareLibraryAndAThousandConnectionsAreAnsweredSoon() {
        assumeTrue(Boolean.getBoolean("capstan.full"), "figures want the machine for themselves: --full");
        String printed = Shell.in(Path.of(".."), Map.of("CAPSTAN_SKIP_BUILD", "true"))
                .run("./capstan bench gateway --json 2>/dev/null", LIMIT);
        JsonNode report = JsonMapper.shared().readTree(printed);
        System.out.println("gateway bench: " + report);
        assertThat(report.path("cpuRatioToBare").asDouble()).isBetween(0.5, 1.5);
        JsonNode open = report.path("openConnections");
        assertThat(open.path("errors").asInt(-1)).isZero();
        assertThat(open.path("reads").asInt()).isEqualTo(30_000);
        assertThat(open.path("p95Ms").asDouble()).isPositive().isLessThan(100);
    }
}
