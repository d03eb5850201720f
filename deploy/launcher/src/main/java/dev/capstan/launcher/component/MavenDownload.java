package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets Maven fetch the files of a descriptor, so mirrors, proxies and the local repository are the ones its user has set up. */
final class MavenDownload {

    private static final String COPY_DEPENDENCIES =
            "org.apache.maven.plugins:maven-dependency-plugin:3.10.0:copy-dependencies";

    private MavenDownload() {}

    /** Copies every dependency of the descriptor {@code pom.xml} in {@code folder} into {@code target}. */
    static void copyDependencies(Path folder, Path target) {
        List<String> command = new ArrayList<>(
                List.of("mvn", "-B", "-q", "-f", folder.resolve("pom.xml").toString()));
        // Inside a Maven build that uses another local repository, use that one too.
        String repository = System.getProperty("maven.repo.local", System.getProperty("localRepository"));
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.add(COPY_DEPENDENCIES);
        command.add("-DoutputDirectory=" + target);
        run(command, folder);
    }

    private static void run(List<String> command, Path directory) {
        Path output = directory.resolve("maven.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new LaunchFailure(
                        "Maven could not download: " + Files.readString(output, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new LaunchFailure("cannot run mvn; Maven 3.8.7 or newer must be on the PATH", e);
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("downloading", e);
        }
    }
}
