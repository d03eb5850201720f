/** Tests. */
@NullMarked
package dev.capstan.execution.reconciliation.application;

import org.jspecify.annotations.NullMarked;
