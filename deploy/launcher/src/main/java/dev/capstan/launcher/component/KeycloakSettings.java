package dev.capstan.launcher.component;

import java.util.Map;

/**
 * What differs between two Keycloaks.
 *
 * @param clientSecrets values of the realm file's placeholders, by environment variable
 */
public record KeycloakSettings(
        int port,
        int managementPort,
        String databaseUrl,
        String databasePassword,
        String adminPassword,
        Map<String, String> clientSecrets) {

    /** The administrator of the realm {@code master}. */
    public static final String ADMIN = "admin";

    public KeycloakSettings {
        clientSecrets = Map.copyOf(clientSecrets);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Secrets must not reach a log by way of this record. */
    @Override
    public String toString() {
        return "keycloak on port " + port;
    }
}
