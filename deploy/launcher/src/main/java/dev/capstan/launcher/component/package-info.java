/**
 * The programs of the stack: fetched once, prepared, started, asked whether they are ready.
 *
 * <p>A {@link dev.capstan.launcher.component.Component} says how; a {@link dev.capstan.launcher.component.ComponentRun} does it for
 * one. What other people make ({@link dev.capstan.launcher.component.PostgresServer}, {@link
 * dev.capstan.launcher.component.KafkaServer}) comes from Maven Central through the descriptors under {@code components/} into the
 * {@link dev.capstan.launcher.component.ComponentCache}, checked against the sums beside each descriptor.
 */
@NullMarked
package dev.capstan.launcher.component;

import org.jspecify.annotations.NullMarked;
