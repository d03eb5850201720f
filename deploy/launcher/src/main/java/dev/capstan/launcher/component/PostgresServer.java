package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.process.ProcessSpec;
import dev.capstan.launcher.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * PostgreSQL 18 on a loopback port, durable: {@code fsync} and {@code synchronous_commit} are on, because every promise about
 * crashes rests on them.
 */
public final class PostgresServer implements Component {

    private final ComponentCache cache;
    private final Path folder;
    private final Path log;
    private final PostgresAdmin admin;
    private final Consumer<PostgresAdmin> whenReady;

    /**
     * A server whose data live below {@code folder}.
     *
     * @param admin the port to listen on, and the superuser's password, set when the data are first made
     * @param whenReady makes databases and roles after each start; must be repeatable
     */
    public PostgresServer(
            ComponentCache cache, Path folder, Path log, PostgresAdmin admin, Consumer<PostgresAdmin> whenReady) {
        this.cache = cache;
        this.folder = folder.toAbsolutePath();
        this.log = log;
        this.admin = admin;
        this.whenReady = whenReady;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public ProcessSpec prepare() {
        Path program = cache.postgres();
        List<String> prefix = Unprivileged.prefix();
        try {
            Files.createDirectories(folder);
            if (!Files.isDirectory(data())) {
                initialise(program, prefix);
            }
        } catch (IOException e) {
            throw new LaunchFailure("cannot lay out PostgreSQL in " + folder, e);
        }
        Unprivileged.own(folder, prefix);
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(program.resolve("bin/postgres").toString(), "-D", data().toString()));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new ProcessSpec(command, Map.of(), folder, log);
    }

    @Override
    public boolean isReady() {
        try (Connection connection = admin.connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false; // not yet: the caller asks again and has a limit
        }
    }

    @Override
    public void whenReady() {
        whenReady.accept(admin);
    }

    @Override
    public Signal endSignal() {
        return Signal.INT;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("port", Integer.toString(admin.port()));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("max_connections", "200");
        settings.put("shared_buffers", "128MB");
        // An outbox is dead rows above all: cleaned once a minute, as is the default, every look gets slow in between.
        settings.put("autovacuum_naptime", "5s");
        // No disk has heads to move any more: an index is worth it on small tables too, which are those with many dead
        // rows.
        settings.put("random_page_cost", "1.1");
        settings.put("timezone", "UTC");
        settings.put("log_line_prefix", "%m [%p] %u@%d ");
        return settings;
    }

    /** Made aside and renamed: half a data folder would never start again. */
    private void initialise(Path program, List<String> prefix) throws IOException {
        Path draft = folder.resolve("data.new");
        FileTrees.delete(draft);
        Files.createDirectory(draft);
        Path passwordFile = Files.createTempFile(
                folder,
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, admin.password());
            Unprivileged.own(folder, prefix);
            Unprivileged.reach(program, prefix);
            List<String> command = initdb(program, prefix, draft, passwordFile);
            OneShot.run("making PostgreSQL's data folder", new ProcessSpec(command, Map.of(), folder, log));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> initdb(Path program, List<String> prefix, Path draft, Path passwordFile) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                program.resolve("bin/initdb").toString(),
                "--pgdata=" + draft,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        return command;
    }

    private Path data() {
        return folder.resolve("data");
    }
}
