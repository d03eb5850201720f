package dev.capstan.launcher.component;

import dev.capstan.launcher.process.ProcessSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Keycloak's build step, which fixes the options that cannot change at its start; also how its JVM is called. */
final class KeycloakBuild {

    /** What Keycloak's own script opens and sets, with limits fit for a laptop. */
    private static final List<String> JVM_FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-Xms192m", // what a start needs: growing there takes 150 collections
            "-Xmx512m",
            "-XX:MetaspaceSize=128m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Dfile.encoding=UTF-8",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private KeycloakBuild() {}

    static void run(Path program, Path log) {
        List<String> command = command(program, program, "build", "--db=postgres", "--health-enabled=true");
        OneShot.run("building Keycloak", new ProcessSpec(command, Map.of(), program, log));
    }

    /**
     * Straight to its JVM: the script in between would answer signals later than we wait.
     *
     * @param home where Keycloak looks for its {@code conf} and {@code data}
     */
    static List<String> command(Path program, Path home, String... arguments) {
        return JavaCommand.of(JVM_FLAGS)
                .property("kc.home.dir", home)
                .property("jboss.server.config.dir", home.resolve("conf"))
                .classPath(program.resolve("lib/quarkus-run.jar").toString())
                .run("io.quarkus.bootstrap.runner.QuarkusEntryPoint", arguments);
    }
}
