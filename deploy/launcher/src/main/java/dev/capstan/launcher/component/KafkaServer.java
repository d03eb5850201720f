package dev.capstan.launcher.component;

import dev.capstan.contracts.Topics;
import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.process.Ports;
import dev.capstan.launcher.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Kafka 4.3 as one broker that is also its own controller (KRaft), in a JVM of its own on loopback ports.
 *
 * <p>The cluster id is kept beside the log, so a broker that was killed comes back as itself. Topics are made from the list in
 * shared-contracts; the broker makes none by itself.
 */
public final class KafkaServer implements Component {

    private static final List<String> JVM_FLAGS =
            List.of("-XX:+UseSerialGC", "-Xms96m", "-Xmx384m", "-XX:+ExitOnOutOfMemoryError");
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private final ComponentCache cache;
    private final Path folder;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private final List<String> flags;

    /** A broker whose log lives below {@code folder}. */
    public KafkaServer(ComponentCache cache, Path folder, Path log, int port, int controllerPort) {
        this(cache, folder, log, port, controllerPort, JVM_FLAGS);
    }

    private KafkaServer(ComponentCache cache, Path folder, Path log, int port, int controllerPort, List<String> flags) {
        this.cache = cache;
        this.folder = folder.toAbsolutePath();
        this.log = log;
        this.port = port;
        this.controllerPort = controllerPort;
        this.flags = flags;
    }

    /** The same broker for some minutes: compiled by the quick compiler alone, since what the other one makes would pay only later. */
    public KafkaServer shortLived() {
        List<String> quick =
                Stream.concat(JVM_FLAGS.stream(), Stream.of(QUICK_COMPILER)).toList();
        return new KafkaServer(cache, folder, log, port, controllerPort, quick);
    }

    @Override
    public String name() {
        return "kafka";
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public ProcessSpec prepare() {
        try {
            Files.createDirectories(folder);
            Path settings = Files.writeString(folder.resolve("server.properties"), settings());
            Path logging = Files.writeString(
                    folder.resolve("log4j2.properties"),
                    Packaged.text("/dev/capstan/launcher/component/kafka-log4j2.properties"));
            if (!Files.exists(formatted())) {
                format(settings, logging);
            }
            return spec("kafka.Kafka", logging, settings.toString());
        } catch (IOException e) {
            throw new LaunchFailure("cannot lay out Kafka in " + folder, e);
        }
    }

    /** The port alone says little: the broker is ready when it answers what it is asked. */
    @Override
    public boolean isReady() {
        return Ports.answers(port) && KafkaTopics.brokerAnswers(bootstrapServers());
    }

    @Override
    public void whenReady() {
        KafkaTopics.create(bootstrapServers(), Topics.all());
    }

    private ProcessSpec spec(String mainClass, Path logging, String... arguments) {
        List<String> command = JavaCommand.of(flags)
                .property("log4j2.configurationFile", logging)
                .property("java.awt.headless", "true")
                .classPath(cache.kafka() + "/*")
                .run(mainClass, arguments);
        return new ProcessSpec(command, Map.of(), folder, log);
    }

    /**
     * The cluster id is chosen before formatting and kept, and formatting leaves alone what it finds done, so a run that was killed
     * in between is finished by the next.
     */
    private void format(Path settings, Path logging) throws IOException {
        ProcessSpec spec = spec(
                "kafka.tools.StorageTool",
                logging,
                "format",
                "--ignore-formatted",
                "--cluster-id=" + clusterId(),
                "--config=" + settings);
        OneShot.run("formatting Kafka's log folder", spec);
        Files.writeString(formatted(), "");
    }

    private String clusterId() throws IOException {
        Path file = folder.resolve("cluster-id");
        if (!Files.exists(file)) {
            Path draft = Files.writeString(folder.resolve("cluster-id.new"), KafkaTopics.newClusterId());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private Path formatted() {
        return folder.resolve("formatted");
    }

    /**
     * A broker that died is let in again only when its old session has run out: 9 s by default, for which nothing flows although the process
     * is back after 4. There is no other broker to lead in the meantime, so a shorter session costs nothing but its heartbeats.
     */
    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=BROKER://127.0.0.1:%1$d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                broker.session.timeout.ms=4000
                broker.heartbeat.interval.ms=1000
                num.partitions=%4$d
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.index.size.max.bytes=1048576
                log.cleaner.dedupe.buffer.size=16777216
                num.network.threads=2
                num.io.threads=4
                """.formatted(port, controllerPort, folder.resolve("log"), Topics.PARTITIONS);
    }
}
