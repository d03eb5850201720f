package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.component.JarEntries;
import dev.capstan.launcher.component.JavaCommand;
import dev.capstan.launcher.component.OneShot;
import dev.capstan.launcher.process.ProcessSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * A Boot jar taken apart once into a small jar and its libraries, in the cache under the jar's own checksum: it starts faster, and
 * an AOT cache needs it.
 */
record BootLayout(Path jar, String mainClass) {

    static BootLayout of(ComponentCache cache, Path bootJar) {
        try {
            Path folder = new JarEntries(cache, Clock.systemUTC()).of(bootJar, draft -> extract(bootJar, draft));
            Path jar = folder.resolve(bootJar.getFileName());
            return new BootLayout(jar, mainClass(jar));
        } catch (IOException e) {
            throw new LaunchFailure("cannot read " + bootJar, e);
        }
    }

    /** Where the AOT cache for these flags and this Java is or would be. */
    Path aotCache(List<String> flags) {
        String key = System.getProperty("java.vm.version") + flags;
        return jar.resolveSibling(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ".aot");
    }

    private static void extract(Path bootJar, Path draft) {
        List<String> command = JavaCommand.of(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
                .property("jarmode", "tools")
                .run(
                        "-jar",
                        bootJar.toString(),
                        "extract",
                        "--destination",
                        draft.resolve("out").toString());
        OneShot.run("extracting " + bootJar, new ProcessSpec(command, Map.of(), draft, draft.resolve("extract.log")));
    }

    private static String mainClass(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String name = file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (name == null) {
                throw new LaunchFailure(jar + " names no main class");
            }
            return name;
        }
    }
}
