/**
 * Puts reconciliation together: its pace, its metrics, its use cases.
 */
@NullMarked
package dev.capstan.execution.reconciliation.config;

import org.jspecify.annotations.NullMarked;
