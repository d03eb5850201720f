package dev.capstan.launcher.cli;

import dev.capstan.launcher.LaunchFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command and its subcommands. */
@Command(
        name = "capstan",
        description = "Runs Capstan on this machine.",
        mixinStandardHelpOptions = true,
        version = "capstan 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "@|bold test|@ [--full] runs everything CI runs; see ./capstan test --help.",
            "@|bold bench|@ measures; see ./capstan bench --help."
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            TokenCommand.class,
            HaltCommand.class,
            CandlesCommand.class,
            StepCommand.class,
            DeadLettersCommand.class,
            ComposeCommand.class
        })
public final class Capstan {

    private Capstan() {}

    /** Ends the process with the subcommand's exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Capstan()).setExecutionExceptionHandler((failure, command, result) -> {
            if (failure instanceof LaunchFailure) {
                command.getErr().println("capstan: " + failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw failure;
        });
    }
}
