package dev.capstan.launcher.doctor;

import dev.capstan.launcher.stack.Preflight;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Java, Maven and Node. Maven builds, Node is needed by the tests alone. */
final class ToolsCheck implements Check {

    private static final ToolVersion MAVEN = new ToolVersion(3, 8, 7);
    private static final ToolVersion AFTER_MAVEN_3 = new ToolVersion(4, 0, 0);
    private static final ToolVersion NODE = new ToolVersion(20, 0, 0);

    private final Function<List<String>, Optional<ToolVersion>> ask;

    ToolsCheck(Function<List<String>, Optional<ToolVersion>> ask) {
        this.ask = ask;
    }

    @Override
    public List<Finding> look() {
        return List.of(java(Runtime.version()), maven(), node());
    }

    static Finding java(Runtime.Version version) {
        String found = version + " in " + System.getProperty("java.home");
        return version.feature() == Preflight.JAVA
                ? Finding.fine("java", found)
                : Finding.wrong("java", found, "install a JDK 25 and set JAVA_HOME to it");
    }

    private Finding maven() {
        Optional<ToolVersion> found = ask.apply(List.of("mvn", "--version"));
        boolean fits = found.filter(version -> version.compareTo(MAVEN) >= 0 && version.compareTo(AFTER_MAVEN_3) < 0)
                .isPresent();
        String said = found.map(ToolVersion::toString).orElse("not found");
        return fits
                ? Finding.fine("maven", said)
                : Finding.wrong("maven", said, "install Maven 3.8.7 or newer of the 3 line and put mvn on the PATH");
    }

    private Finding node() {
        Optional<ToolVersion> found = ask.apply(List.of("node", "--version"));
        String said = found.map(ToolVersion::toString).orElse("not found");
        return found.filter(version -> version.compareTo(NODE) >= 0).isPresent()
                ? Finding.fine("node", said)
                : Finding.care("node", said, "install Node 20 or newer; only ./capstan test needs it");
    }
}
