/**
 * Tells broken infrastructure, which is retried, from what can never succeed: {@link dev.capstan.kit.failure.Infrastructure}.
 */
@NullMarked
package dev.capstan.kit.failure;

import org.jspecify.annotations.NullMarked;
