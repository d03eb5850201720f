package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.process.ProcessSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keycloak 26.7 on loopback ports, its data in PostgreSQL, the realm {@code capstan} imported at its first start.
 *
 * <p>The program stays in the cache; each data folder has a home of its own with the realm file and working files.
 */
public final class KeycloakServer implements Component {

    private final ComponentCache cache;
    private final Path home;
    private final Path log;
    private final KeycloakSettings settings;

    /** A Keycloak whose working files live in {@code home}. */
    public KeycloakServer(ComponentCache cache, Path home, Path log, KeycloakSettings settings) {
        this.cache = cache;
        this.home = home.toAbsolutePath();
        this.log = log;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Duration readyLimit() {
        return Duration.ofMinutes(3); // the first start makes a hundred tables
    }

    @Override
    public ProcessSpec prepare() {
        Path program = cache.keycloak();
        try {
            layOut(program);
        } catch (IOException e) {
            throw new LaunchFailure("cannot lay out Keycloak in " + home, e);
        }
        List<String> command = KeycloakBuild.command(
                program,
                home,
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--http-management-port=" + settings.managementPort(),
                "--hostname=" + settings.url(),
                "--db-url=" + settings.databaseUrl(),
                "--db-username=keycloak",
                "--db-pool-initial-size=1",
                "--db-pool-max-size=10",
                "--http-pool-max-threads=8",
                "--shutdown-timeout=2s");
        return new ProcessSpec(command, environment(), home, log);
    }

    @Override
    public boolean isReady() {
        URI health = URI.create("http://127.0.0.1:%d/health/ready".formatted(settings.managementPort()));
        return HttpProbe.answersOk(health);
    }

    /** By environment, because other users of the machine can read a command line. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(settings.clientSecrets());
        environment.put("KC_DB_PASSWORD", settings.databasePassword());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakSettings.ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword());
        return environment;
    }

    private void layOut(Path program) throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("providers"));
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(imports.resolve("capstan-realm.json"), Packaged.text("/keycloak/capstan-realm.json"));
        for (String shared : List.of("lib", "themes")) {
            Path link = home.resolve(shared);
            Files.deleteIfExists(link); // another version of the program has another place
            Files.createSymbolicLink(link, program.resolve(shared));
        }
    }
}
