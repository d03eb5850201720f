package dev.capstan.launcher.testing;

import java.util.Set;

/**
 * A database of one test class.
 *
 * <p>For each of its schemas there are two roles, as in a deployed stack: the service's, named like the schema, with rights on data
 * alone, and the owner's, which runs the migrations.
 */
public record TestDatabase(String name, String jdbcUrl, Set<String> schemas) {

    /** Test databases hold nothing worth a secret. */
    static final String PASSWORD = "test-only";

    public TestDatabase {
        schemas = Set.copyOf(schemas);
    }

    /** The password of the role {@code schema}. */
    public String password(String schema) {
        return known(schema);
    }

    /** The user that owns the schema and migrates it. */
    public String owner(String schema) {
        known(schema);
        return schema + "_owner";
    }

    /** The password of the role {@link #owner(String)}. */
    public String ownerPassword(String schema) {
        return known(schema);
    }

    private String known(String schema) {
        if (!schemas.contains(schema)) {
            throw new IllegalArgumentException("expected one of " + schemas + ", got: " + schema);
        }
        return PASSWORD;
    }
}
