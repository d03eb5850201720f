/**
 * A real PostgreSQL and a real Kafka for integration tests, started at most once per module.
 *
 * <p>How to use it from a failsafe test ({@code XIT}): put {@code dev.capstan:launcher} on the test class path (scope test), then
 *
 * <pre>{@code
 * static final TestDatabase DATABASE = TestStack.shared().freshDatabase("execution");
 *
 * @DynamicPropertySource
 * static void properties(DynamicPropertyRegistry registry) {
 *     registry.add("CAPSTAN_DATABASE_URL", DATABASE::jdbcUrl);
 *     registry.add("capstan.database.password", () -> DATABASE.password("execution"));
 *     registry.add("capstan.database.owner-password", () -> DATABASE.ownerPassword("execution"));
 *     registry.add("CAPSTAN_KAFKA_BOOTSTRAP_SERVERS", () -> TestStack.shared().bootstrapServers());
 * }
 * }</pre>
 *
 * <p>{@link dev.capstan.launcher.testing.TestStack#freshDatabase} gives each test class a database of its own, cloned from a
 * template that has the schemas and roles (no tables: the service's own migrations make those). The Kafka broker and its topics are
 * shared by every test class of the module, so use account ids and consumer groups of your own, and ignore records of others.
 *
 * <p>The first test that asks starts a {@link dev.capstan.launcher.testing.StackHost}, a small process that owns both servers;
 * later tests of the same module find it through its state file in the module's {@code target/test-stack}. The host ends itself and
 * both servers a few seconds after the last test JVM is gone, however it ended. Another module has servers of its own: what it publishes
 * is nothing that these tests would have to ignore, whichever modules are tested at the same time.
 */
@NullMarked
package dev.capstan.launcher.testing;

import org.jspecify.annotations.NullMarked;
