/**
 * One id per request, followed everywhere: {@link dev.capstan.kit.correlation.Correlation} holds it for the running thread, logs carry
 * it, answers and calls to other services return and pass it, outbox rows keep it so that consumers go on with it.
 */
@NullMarked
package dev.capstan.kit.correlation;

import org.jspecify.annotations.NullMarked;
