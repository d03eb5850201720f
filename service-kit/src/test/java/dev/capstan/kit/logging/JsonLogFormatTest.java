package dev.capstan.kit.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.LoggingEvent;
import dev.capstan.kit.json.JsonDialect;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;

class JsonLogFormatTest {

    private final Logger logger = new LoggerContext().getLogger("dev.capstan.sample");

    @Test
    void writesOneLineWithCorrelationIdAndWithoutSecrets() {
        String line = formatted("sent\nwith apiKey={}", null, "hunter2hunter2");

        assertThat(line).endsWith("\n").doesNotContain("hunter2");
        assertThat(line.strip()).doesNotContain("\n");
        JsonNode json = JsonDialect.mapper().readTree(line);
        assertThat(json.at("/timestamp").asString()).isEqualTo("2026-11-20T09:30:00.000000Z");
        assertThat(json.at("/level").asString()).isEqualTo("WARN");
        assertThat(json.at("/message").asString()).isEqualTo("sent\nwith apiKey=******");
        assertThat(json.at("/context").asString()).isEqualTo("dev.capstan.sample");
        assertThat(json.at("/correlationId").asString()).isEqualTo("corr-1");
        assertThat(json.at("/instance").asString()).isEqualTo("sample-1");
    }

    @Test
    void masksStackTracesToo() {
        String line = formatted("failed", new IllegalStateException("password=hunter2hunter2"));

        assertThat(JsonDialect.mapper().readTree(line).at("/stackTrace").asString())
                .contains("IllegalStateException", "password=******");
        assertThat(line).doesNotContain("hunter2");
    }

    private String formatted(String message, @Nullable Throwable failure, Object... arguments) {
        ThrowableProxyConverter stackTraces = new ThrowableProxyConverter();
        stackTraces.start();
        LoggingEvent event = new LoggingEvent(getClass().getName(), logger, Level.WARN, message, failure, arguments);
        event.setInstant(Instant.parse("2026-11-20T09:30:00Z"));
        event.setMDCPropertyMap(Map.of("correlationId", "corr-1"));
        return new JsonLogFormat(new MockEnvironment().withProperty("capstan.instance-id", "sample-1"), stackTraces)
                .format(event);
    }
}
