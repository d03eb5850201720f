package dev.capstan.launcher.testing;

import dev.capstan.launcher.process.ProcessIdentity;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** What a host tells its users: who it is and where its servers listen. */
record StackState(ProcessIdentity host, int postgresPort, int kafkaPort) {

    void write(Path file) throws IOException {
        Path draft = Files.writeString(
                file.resolveSibling(file.getFileName() + ".new"),
                "host=%s%npostgres=%d%nkafka=%d%n".formatted(host, postgresPort, kafkaPort));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static Optional<StackState> read(Path file) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(new StackState(
                ProcessIdentity.parse(properties.getProperty("host")),
                Integer.parseInt(properties.getProperty("postgres")),
                Integer.parseInt(properties.getProperty("kafka"))));
    }
}
