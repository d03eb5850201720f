package dev.capstan.kit.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.testing.TestTokens;
import dev.capstan.launcher.process.Ports;
import dev.capstan.launcher.testing.TestDatabase;
import dev.capstan.launcher.testing.TestStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String[] SERVICE = {"--spring.application.name=sample-service", "--capstan.schema=sample"};

    @TempDir
    Path folder;

    @Test
    void aMissingSettingEndsTheProcessWithOneLineThatNamesIt() throws Exception {
        Map<String, String> environment = environment(1);
        environment.remove("CAPSTAN_DATABASE_URL");
        try (ServiceProcess service = ServiceProcess.start(folder, environment, SERVICE)) {
            assertThat(service.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(service.process().exitValue()).isEqualTo(1);
            List<String> lines = service.lines();
            assertThat(lines)
                    .singleElement()
                    .asString()
                    .contains("capstan.database.url is not set", "CAPSTAN_DATABASE_URL");
            assertThat(JsonDialect.mapper()
                            .readTree(lines.getFirst())
                            .at("/level")
                            .asString())
                    .isEqualTo("ERROR");
        }
    }

    @Test
    void aDatabaseThatIsNotUpYetIsWaitedForAndAWrongPasswordIsNot() throws Exception {
        Map<String, String> environment = environment(1);
        environment.put("CAPSTAN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/capstan");
        try (ServiceProcess service = ServiceProcess.start(folder, environment, SERVICE)) {
            await().atMost(LIMIT).until(() -> service.says("Database does not answer yet"));
            assertThat(service.process().isAlive()).isTrue();
        }
        Map<String, String> wrong = environment(1);
        try (ServiceProcess service = ServiceProcess.start(
                folder, wrong, SERVICE[0], SERVICE[1], "--capstan.database.owner-password=wrong")) {
            assertThat(service.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(service.process().exitValue()).isEqualTo(1);
            assertThat(service.says("capstan.database.owner-password")).isTrue();
        }
    }

    @Test
    void becomesReadyAndEndsWithinTenSecondsWhenAsked() throws Exception {
        int port = Ports.free();
        try (ServiceProcess service = ServiceProcess.start(folder, environment(port), SERVICE)) {
            await().atMost(LIMIT).until(() -> isReady(port));
            long asked = System.nanoTime();
            service.process().destroy();
            assertThat(service.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
            assertThat(service.lines()).noneMatch(line -> line.contains("\"level\":\"ERROR\""));
        }
    }

    private static boolean isReady(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ready"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<String, String> environment(int port) throws IOException {
        TestDatabase database = TestStack.shared().freshDatabase("sample");
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("capstan.database.password"), database.password("sample") + "\n");
        Files.writeString(secrets.resolve("capstan.database.owner-password"), database.ownerPassword("sample") + "\n");
        TestTokens tokens = TestTokens.shared();
        Map<String, String> environment = new HashMap<>();
        environment.put("CAPSTAN_PROFILE", "local");
        environment.put("CAPSTAN_INSTANCE_ID", "sample-1");
        environment.put("CAPSTAN_ADVERTISED_URL", "http://127.0.0.1:" + port);
        environment.put("CAPSTAN_PORT", String.valueOf(port));
        environment.put("CAPSTAN_DATABASE_URL", database.jdbcUrl());
        environment.put("CAPSTAN_SECRETS_DIR", secrets.toString());
        environment.put("CAPSTAN_KAFKA_BOOTSTRAP_SERVERS", TestStack.shared().bootstrapServers());
        environment.put("CAPSTAN_ISSUER_URI", tokens.issuerUri());
        environment.put("CAPSTAN_JWK_SET_URI", tokens.jwkSetUri());
        environment.put("CAPSTAN_TOKEN_URI", tokens.tokenUri());
        return environment;
    }
}
