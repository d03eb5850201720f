/**
 * What operators are told: {@link dev.capstan.contracts.operations.AlertEvent}.
 */
@NullMarked
package dev.capstan.contracts.operations;

import org.jspecify.annotations.NullMarked;
