/**
 * The local stack without Docker: PostgreSQL, Kafka, Keycloak, the venue simulator and every service as plain processes.
 *
 * <p>{@code process} starts, watches, signals and remembers operating-system processes; {@code component} knows how each program
 * is fetched, prepared, started and asked whether it is ready; {@code testing} lends a shared PostgreSQL and Kafka to integration
 * tests. Linux on x86-64 only: process identities come from {@code /proc} and the PostgreSQL binaries are built for it.
 */
@NullMarked
package dev.capstan.launcher;

import org.jspecify.annotations.NullMarked;
