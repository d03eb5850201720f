/** Tests. */
@NullMarked
package dev.capstan.execution.reconciliation.domain;

import org.jspecify.annotations.NullMarked;
