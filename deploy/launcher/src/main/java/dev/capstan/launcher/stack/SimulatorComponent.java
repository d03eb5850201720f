package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.Component;
import dev.capstan.launcher.component.HttpProbe;
import dev.capstan.launcher.component.JarEntries;
import dev.capstan.launcher.component.JavaCommand;
import dev.capstan.launcher.process.ProcessSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The venue on this machine. To everything else it is another company's. */
final class SimulatorComponent implements Component {

    static final String NAME = "venue-simulator";

    private static final List<String> JVM_FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmx256m",
            "-Xss512k",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC");

    private final StackPlan plan;

    SimulatorComponent(StackPlan plan) {
        this.plan = plan;
    }

    static boolean existsIn(Path repository) {
        return Files.exists(repository.resolve(NAME).resolve("pom.xml"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProcessSpec prepare() {
        StackOptions options = plan.options();
        Path built = options.repository().resolve(NAME).resolve("target").resolve(NAME + ".jar");
        Path jar = new JarEntries(options.cache(), Clock.systemUTC())
                .of(built, draft -> copy(built, draft))
                .resolve(NAME + ".jar");
        Path folder = options.data().of("simulator");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LaunchFailure("cannot make " + folder, e);
        }
        List<String> arguments = new ArrayList<>(List.of(
                jar.toString(),
                "--port",
                Integer.toString(options.ports().of(PortName.SIMULATOR)),
                "--control-port",
                Integer.toString(options.ports().of(PortName.SIMULATOR_CONTROL)),
                "--data",
                folder.toString(),
                "--epoch",
                plan.epoch()));
        arguments.addAll(options.market().simulatorArguments());
        List<String> command = JavaCommand.of(JVM_FLAGS).run("-jar", arguments.toArray(String[]::new));
        return new ProcessSpec(command, Map.of(), folder, options.data().log(NAME));
    }

    private static void copy(Path built, Path draft) throws IOException {
        Files.copy(built, Files.createDirectories(draft.resolve("out")).resolve(NAME + ".jar"));
    }

    @Override
    public boolean isReady() {
        return HttpProbe.answersOk(URI.create(controlUrl() + "/control/ready"));
    }

    /** At every start, before a service asks: one that finds its account unknown to the venue is not ready. */
    @Override
    public void whenReady() {
        new VenueAccount(plan.secrets()).open(controlUrl());
    }

    private String controlUrl() {
        return "http://127.0.0.1:" + plan.options().ports().of(PortName.SIMULATOR_CONTROL);
    }
}
