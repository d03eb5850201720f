package dev.capstan.launcher.cli;

import dev.capstan.launcher.compose.ComposeJobs;
import dev.capstan.launcher.stack.Secrets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The container {@code setup}. */
@Command(name = "setup", hidden = true, description = "Makes databases, roles and topics. Run by the compose file.")
final class ComposeSetupCommand implements Callable<Integer> {

    @Option(names = "--postgres-host", required = true)
    private String postgresHost = "";

    @Option(names = "--postgres-port", required = true)
    private int postgresPort;

    @Option(names = "--kafka", required = true)
    private String kafka = "";

    @Option(names = "--secrets", required = true)
    private Path secrets = Path.of("");

    @Override
    public Integer call() {
        new ComposeJobs(new Secrets(secrets)).setUp(postgresHost, postgresPort, kafka);
        return 0;
    }
}
