package dev.capstan.launcher.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One of our services.
 *
 * @param name folder, artifact, Keycloak client and name in the stack
 * @param schema its schema and database user
 * @param compiler how far its code is compiled
 * @param heapMegabytes most that its objects may take
 * @param traits what it is given beyond the common settings
 */
public record ServiceDefinition(String name, String schema, Compiler compiler, int heapMegabytes, Traits traits) {

    /** C2 pays for its memory where the money path runs. */
    public enum Compiler {
        C1,
        C2
    }

    /**
     * What a service is given beyond the common settings.
     *
     * @param client whether it logs in at Keycloak on its own behalf
     * @param venueKeys whether it holds the master key of venue keys
     * @param venue whether it talks to the venue
     */
    public record Traits(boolean client, boolean venueKeys, boolean venue) {}

    /** {@code execution} for {@code execution-service}. */
    public String shortName() {
        return name.endsWith("-service") ? name.substring(0, name.length() - "-service".length()) : name;
    }

    /** As in {@code CAPSTAN_PORT_MARKET_DATA}. */
    public String variableName() {
        return shortName().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Whether this repository has the service. */
    boolean existsIn(Path repository) {
        return Files.exists(repository.resolve(name).resolve("pom.xml"));
    }

    /** Whether its jar was built there. */
    public boolean isBuilt(Path repository) {
        return Files.exists(jarIn(repository));
    }

    Path jarIn(Path repository) {
        return repository.resolve(name).resolve("target").resolve(name + ".jar");
    }
}
