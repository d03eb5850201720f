package dev.capstan.launcher.cli;

import dev.capstan.launcher.compose.ComposeJobs;
import dev.capstan.launcher.seed.Seeding;
import dev.capstan.launcher.stack.Secrets;
import dev.capstan.launcher.stack.StackAddresses;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The container {@code seed}. */
@Command(
        name = "seed",
        hidden = true,
        description = "Makes the demo users, their account and its keys. Run by the compose file.")
final class ComposeSeedCommand implements Callable<Integer> {

    @Option(names = "--gateway", required = true)
    private String gateway = "";

    @Option(names = "--keycloak", required = true)
    private String keycloak = "";

    @Option(names = "--simulator-control", required = true)
    private String simulatorControl = "";

    @Option(names = "--frontend", description = "Origins of the console, comma-separated.")
    private String frontend = "";

    @Option(names = "--demo", arity = "1", description = "Whether there are demo users and a demo account.")
    private boolean demo = true;

    @Option(names = "--secrets", required = true)
    private Path secrets = Path.of("");

    @Override
    public Integer call() {
        StackAddresses addresses = new StackAddresses(Optional.of(gateway), keycloak, Optional.of(simulatorControl));
        ComposeJobs jobs = new ComposeJobs(new Secrets(secrets));
        if (demo) {
            jobs.seed(addresses, Seeding.frontends(frontend));
        } else {
            jobs.seedWithoutDemo(addresses, Seeding.frontends(frontend));
        }
        return 0;
    }
}
