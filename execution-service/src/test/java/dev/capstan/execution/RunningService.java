package dev.capstan.execution;

import dev.capstan.execution.fixtures.ScriptedReservations;
import dev.capstan.execution.order.application.Reservations;
import dev.capstan.execution.venue.adapter.binance.SimulatedVenue;
import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.ServiceUnderTest;
import dev.capstan.kit.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** execution-service as it ships, between a simulator and a risk service that approves; spoken to over HTTP. */
public final class RunningService implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningService start(ServiceUnderTest service, SimulatedVenue venue, Path secrets) {
        service.with("capstan.kafka.enabled", "false")
                // Needed to start; the stand-in below answers instead.
                .with("capstan.services.risk", "http://127.0.0.1:1")
                .with("capstan.secrets-dir", secrets.toString())
                .with("capstan.binance.paper-rest-url", venue.restUrl())
                .with("capstan.binance.paper-ws-api-url", venue.webSocketApiUrl());
        return new RunningService(new SpringApplicationBuilder(Features.class).run(service.arguments()));
    }

    /** A folder with a master key in it. */
    public static Path secretsIn(Path folder) {
        Path file = folder.resolve("capstan.venue-keys.master-key");
        try {
            Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ApplicationContext context() {
        return context;
    }

    public Call as(String subject, Role... roles) {
        return new Call(TestTokens.shared().bearer(subject, roles));
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    /** Calls of one caller. */
    public final class Call {

        private final String bearer;

        private Call(String bearer) {
            this.bearer = bearer;
        }

        public Answer get(String path) {
            return send("GET", path, null, Map.of());
        }

        public Answer post(String path, String body, String idempotencyKey) {
            return send("POST", path, body, Map.of("Idempotency-Key", idempotencyKey));
        }

        public Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Authorization", bearer)
                    .header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            headers.forEach(request::header);
            try {
                HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
                String text = response.body();
                return new Answer(response.statusCode(), text, text.isEmpty() ? JSON.nullNode() : JSON.readTree(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** A whole answer. */
    public record Answer(int status, String text, JsonNode body) {

        public String field(String name) {
            return body.path(name).asString("");
        }
    }

    /** All features, as the application scans them, without the slices of other tests that stand in its package. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan({
        "dev.capstan.execution.account",
        "dev.capstan.execution.order",
        "dev.capstan.execution.reconciliation",
        "dev.capstan.execution.session",
        "dev.capstan.execution.tradingstate",
        "dev.capstan.execution.venue"
    })
    static class Features {

        @Bean
        @Primary
        Reservations approvingRisk() {
            return new ScriptedReservations();
        }
    }
}
