package dev.capstan.launcher.cli;

import picocli.CommandLine.Command;

/** The stack in containers. */
@Command(
        name = "compose",
        mixinStandardHelpOptions = true,
        description = "Prepares and reaches the stack of deploy/compose, which docker compose runs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ComposeInitCommand.class,
            ComposeTokenCommand.class,
            ComposeSetupCommand.class,
            ComposeSeedCommand.class
        })
final class ComposeCommand {}
