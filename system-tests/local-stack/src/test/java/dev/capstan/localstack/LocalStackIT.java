package dev.capstan.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.seed.Keycloak;
import dev.capstan.launcher.seed.Seeding;
import dev.capstan.launcher.stack.LocalStack;
import dev.capstan.launcher.stack.ProcessState;
import dev.capstan.launcher.stack.StackAddresses;
import dev.capstan.launcher.stack.StackListener;
import dev.capstan.launcher.stack.StackOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** PostgreSQL, Kafka and Keycloak as one stack; a repository without services keeps it at that. */
class LocalStackIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    private static Path folder;

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        StackOptions options = StackOptions.inFolder(
                        folder.resolve("repository"),
                        folder.resolve("data"),
                        ComponentCache.ofUser(System.out::println))
                .withFreePorts()
                .shortLived();
        stack = LocalStack.start(options, StackListener.NONE);
        stack.awaitReady(LIMIT);
    }

    @AfterAll
    static void end() {
        stack.close();
    }

    @Test
    void killedBrokerComesBackAsItself() throws Exception {
        Path clusterId = folder.resolve("data/kafka/cluster-id");
        String before = Files.readString(clusterId);
        Long pid = stack.process("kafka").status().pid();

        stack.process("kafka").kill();
        stack.awaitReady(LIMIT);

        assertThat(stack.process("kafka").status().pid()).isNotEqualTo(pid);
        assertThat(stack.process("kafka").status().restarts()).isEqualTo(1);
        assertThat(Files.readString(clusterId)).isEqualTo(before);
    }

    @Test
    void killedDatabaseComesBack() {
        stack.process("postgres").kill();
        stack.awaitReady(LIMIT);
        assertThat(stack.process("postgres").status().state()).isEqualTo(ProcessState.READY);
    }

    @Test
    void demoUserGetsTokenWithFlatRolesAndAudience() {
        StackAddresses addresses = StackAddresses.of(stack.options());
        new Seeding(addresses, stack.secrets()).run();
        new Seeding(addresses, stack.secrets()).run(); // as every later start does

        String token = new Keycloak(addresses.keycloak(), stack.secrets()).token(DemoUser.TRADER);
        JsonNode claims = new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));

        assertThat(claims.path("iss").asString()).isEqualTo(addresses.keycloak() + "/realms/capstan");
        assertThat(claims.path("aud").toString()).contains("capstan-api");
        assertThat(claims.path("roles").toString()).contains("\"trader\"").doesNotContain("admin");
        assertThat(claims.path("preferred_username").asString()).isEqualTo("trader");
        assertThat(claims.path("sub").asString()).isNotBlank();
        assertThat(lifetime(claims)).isBetween(900L, 901L);
    }

    @Test
    void serviceLogsInWithItsSecretAndHasTheServiceRole() {
        String secret = stack.secrets().password("execution-service", "capstan.security.client-secret");
        String basic = Base64.getEncoder().encodeToString(("execution-service:" + secret).getBytes(UTF_8));
        String url = StackAddresses.of(stack.options()).keycloak() + "/realms/capstan/protocol/openid-connect/token";

        String token = JsonHttp.postForm(
                        url, Map.of("Authorization", "Basic " + basic), "grant_type=client_credentials")
                .orFail("log-in")
                .body()
                .path("access_token")
                .asString();
        JsonNode claims = new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));

        assertThat(claims.path("roles").toString()).contains("\"service\"");
        assertThat(claims.path("aud").toString()).contains("capstan-api");
        assertThat(lifetime(claims)).isBetween(300L, 301L);
    }

    /** In seconds. Keycloak looks at its clock once for each end, and a second may begin between the two. */
    private static long lifetime(JsonNode claims) {
        return claims.path("exp").asLong() - claims.path("iat").asLong();
    }

    @Test
    void secondLauncherInTheSameFolderIsRefused() {
        assertThatThrownBy(() -> LocalStack.start(stack.options().withFreePorts(), StackListener.NONE))
                .hasMessageContaining("already runs");
    }
}
