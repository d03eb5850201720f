package dev.capstan.launcher.cli;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.seed.Keycloak;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a token and nothing else. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints an access token of a demo user, good for 15 minutes, and nothing else.")
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private final StackSelection selection = new StackSelection();

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "viewer, trader, trader2, risk-manager or admin. Default: ${DEFAULT-VALUE}.")
    private String user = "trader";

    @Override
    public Integer call() {
        StackReport report = StackReport.required(selection.folder());
        Keycloak keycloak = new Keycloak(report.keycloak(), selection.secrets());
        selection.out().println(keycloak.token(DemoUser.named(user)));
        return 0;
    }
}
