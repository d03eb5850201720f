package dev.capstan.bench.cli;

import dev.capstan.launcher.LaunchFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command and its subcommands. */
@Command(
        name = "capstan bench",
        description = "Measures Capstan on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {OrdersCommand.class, GatewayCommand.class, BacktestCommand.class})
public final class Bench {

    private Bench() {}

    /** Ends the process with the subcommand's exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setExecutionExceptionHandler((failure, command, result) -> {
            if (failure instanceof LaunchFailure) {
                command.getErr().println("capstan: " + failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw failure;
        });
    }
}
