/**
 * The whole local stack as a library: what {@code ./capstan up} runs and what the system tests run.
 *
 * <p>{@link dev.capstan.launcher.stack.StackOptions} say what is wanted, {@link dev.capstan.launcher.stack.LocalStack} starts it in
 * dependency order, watches over it, lets a test kill, freeze and restart single processes, and ends it:
 *
 * <pre>{@code
 * StackOptions options = StackOptions.inFolder(repository, data).withFreePorts().withReplicas("risk-service", 2);
 * try (LocalStack stack = LocalStack.start(options, listener)) {
 *     stack.process("execution-service").kill();
 *     stack.awaitReady(Duration.ofSeconds(30));
 * }
 * }</pre>
 *
 * <p>{@link dev.capstan.launcher.stack.Services} is the one table of our services: a new service is one line.
 */
@NullMarked
package dev.capstan.launcher.stack;

import org.jspecify.annotations.NullMarked;
