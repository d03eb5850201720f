package dev.capstan.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.launcher.component.ComponentCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                .withFreePorts();
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
    void secondLauncherInTheSameFolderIsRefused() {
        assertThatThrownBy(() -> LocalStack.start(stack.options().withFreePorts(), StackListener.NONE))
                .hasMessageContaining("already runs");
    }
}
