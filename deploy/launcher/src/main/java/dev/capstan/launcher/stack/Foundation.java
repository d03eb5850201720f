package dev.capstan.launcher.stack;

import dev.capstan.contracts.Topics;
import dev.capstan.launcher.component.Databases;
import dev.capstan.launcher.component.KafkaTopics;
import dev.capstan.launcher.component.PostgresAdmin;

/** What must be there before the first service starts, wherever the servers run. Every step may be repeated. */
public final class Foundation {

    private static final String LAUNCHER = "launcher";

    private Foundation() {}

    /** Of PostgreSQL's superuser. */
    public static String postgresPassword(Secrets secrets) {
        return secrets.password(LAUNCHER, "postgres-password");
    }

    /** Of the role that owns Keycloak's database. */
    static String keycloakDatabasePassword(Secrets secrets) {
        return secrets.password(LAUNCHER, "keycloak-database-password");
    }

    /** Of the administrator of the realm {@code master}. */
    public static String keycloakAdminPassword(Secrets secrets) {
        return secrets.password(LAUNCHER, "keycloak-admin-password");
    }

    /** All that the servers and services of an installation ask for, so that whoever reads them needs no right to write. */
    public static void makeSecrets(Secrets secrets) {
        postgresPassword(secrets);
        keycloakDatabasePassword(secrets);
        keycloakAdminPassword(secrets);
        Services.all().forEach(service -> SchemaSecrets.folder(secrets, service));
        VenueAccount account = new VenueAccount(secrets);
        account.apiKey();
        account.secretKey();
    }

    public static void makeDatabases(PostgresAdmin admin, Secrets secrets) {
        Databases.createWithSchemas(admin, "capstan", SchemaSecrets.bySchema(secrets));
        Databases.createOwned(admin, "keycloak", keycloakDatabasePassword(secrets));
    }

    public static void makeTopics(String bootstrapServers) {
        KafkaTopics.create(bootstrapServers, Topics.all());
    }
}
