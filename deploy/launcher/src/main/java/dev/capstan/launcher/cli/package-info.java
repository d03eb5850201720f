/**
 * The {@code capstan} command: one class per subcommand, found from {@link dev.capstan.launcher.cli.Capstan}.
 *
 * <p>A command says what it did in words, or in JSON with {@code --json} where a script would want it; a failure is one message on
 * standard error and exit code 1, wrong usage exit code 2.
 */
@NullMarked
package dev.capstan.launcher.cli;

import org.jspecify.annotations.NullMarked;
