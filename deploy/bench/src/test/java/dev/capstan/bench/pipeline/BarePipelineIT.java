package dev.capstan.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.bench.figures.Percentiles;
import dev.capstan.launcher.testing.TestDatabase;
import dev.capstan.launcher.testing.TestStack;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BarePipelineIT {

    @Test
    void everyRecordPassesBothHops() throws Exception {
        TestDatabase database = TestStack.shared().freshDatabase("bench");
        PipelineSettings settings = new PipelineSettings(
                database.jdbcUrl(),
                database.owner("bench"),
                database.ownerPassword("bench"),
                TestStack.shared().bootstrapServers());
        Percentiles total = new BarePipeline(settings).measure(50, Duration.ofSeconds(2));
        assertThat(total.count()).isEqualTo(100);
        assertThat(total.p99()).isGreaterThanOrEqualTo(total.p50());
    }
}
