package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.FileTrees;
import dev.capstan.launcher.component.JavaCommand;
import dev.capstan.launcher.stack.ServiceDefinition.Compiler;
import dev.capstan.launcher.stack.StackOptions.ServiceExtras;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The java command of a service: small heap, cheap collector, and the AOT cache when there is one. */
final class ServiceCommand {

    private ServiceCommand() {}

    /** @param temporary made empty: what an earlier life of the instance left there goes */
    static List<String> run(BootLayout layout, ServiceDefinition service, ServiceExtras extras, Path temporary) {
        List<String> flags = flags(service);
        Path cache = layout.aotCache(flags);
        if (Files.exists(cache)) {
            flags.add("-XX:AOTCache=" + cache);
        }
        return command(flags, layout, extras, temporary);
    }

    /** With the agent. It and an AOT cache made without it exclude each other. */
    static List<String> runTraced(
            BootLayout layout, ServiceDefinition service, ServiceExtras extras, Path temporary, Path agent) {
        List<String> flags = flags(service);
        flags.add("-javaagent:" + agent);
        return command(flags, layout, extras, temporary);
    }

    /** Starts the service up to the point where it would serve, writes what it learned, and ends. */
    static List<String> train(BootLayout layout, ServiceDefinition service, Path output, Path temporary) {
        List<String> flags = flags(service);
        flags.add("-XX:AOTCacheOutput=" + output);
        flags.add("-Dspring.context.exit=onRefresh");
        return command(flags, layout, ServiceExtras.NONE, temporary);
    }

    static List<String> flags(ServiceDefinition service) {
        List<String> flags = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-Xms64m",
                "-Xmx" + service.heapMegabytes() + "m",
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8"));
        if (service.compiler() == Compiler.C1) {
            flags.add("-XX:TieredStopAtLevel=1");
        }
        return flags;
    }

    private static List<String> command(List<String> flags, BootLayout layout, ServiceExtras extras, Path temporary) {
        JavaCommand command = JavaCommand.of(flags).property("java.io.tmpdir", emptied(temporary));
        extras.systemProperties().forEach(command::property);
        String classPath = Stream.concat(Stream.of(layout.jar()), extras.classPath().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return command.classPath(classPath).run(layout.mainClass());
    }

    /** A service that is killed leaves its server's work folder behind; in a folder of its own it is found again. */
    private static Path emptied(Path folder) {
        try {
            FileTrees.delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LaunchFailure("cannot empty " + folder, e);
        }
    }
}
