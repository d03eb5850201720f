package dev.capstan.launcher.stack;

import dev.capstan.launcher.component.Databases.SchemaPasswords;
import java.util.Map;
import java.util.stream.Collectors;

/** Secrets that a service and the component it talks to must both know. */
final class SchemaSecrets {

    static final String CLIENT_SECRET = "capstan.security.client-secret";
    private static final String MASTER_KEY = "capstan.venue-keys.master-key";

    private SchemaSecrets() {}

    static SchemaPasswords of(Secrets secrets, ServiceDefinition service) {
        return new SchemaPasswords(
                secrets.password(service.name(), "capstan.database.owner-password"),
                secrets.password(service.name(), "capstan.database.password"));
    }

    /** Everything the service finds in its folder, made where it is missing. */
    static String folder(Secrets secrets, ServiceDefinition service) {
        of(secrets, service);
        if (service.traits().client()) {
            secrets.password(service.name(), CLIENT_SECRET);
        }
        if (service.traits().venueKeys()) {
            secrets.key(service.name(), MASTER_KEY);
        }
        return secrets.folder(service.name()).toString();
    }

    static Map<String, SchemaPasswords> bySchema(Secrets secrets) {
        return Services.all().stream()
                .collect(Collectors.toMap(ServiceDefinition::schema, service -> of(secrets, service)));
    }

    /** By the name of the realm file's placeholder. */
    static Map<String, String> clientSecrets(Secrets secrets) {
        return Services.all().stream()
                .filter(service -> service.traits().client())
                .collect(Collectors.toMap(
                        service -> "CAPSTAN_CLIENT_SECRET_" + service.variableName(),
                        service -> secrets.password(service.name(), CLIENT_SECRET)));
    }
}
