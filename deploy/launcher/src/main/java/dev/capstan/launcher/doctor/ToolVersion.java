package dev.capstan.launcher.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a program, as the program says it: {@code major.minor.patch}. */
record ToolVersion(int major, int minor, int patch) implements Comparable<ToolVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");
    private static final int PATIENCE_SECONDS = 20;

    /** Runs the command and reads the first version it prints; nothing when it is not installed or says none. */
    static Optional<ToolVersion> ask(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            // Maven is always run on this Java; on an older one it may not even start.
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? in(said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // not installed: what the caller wants to know
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static Optional<ToolVersion> in(String text) {
        Matcher found = NUMBERS.matcher(text);
        return found.find() ? Optional.of(of(found)) : Optional.empty();
    }

    private static ToolVersion of(Matcher found) {
        String patch = found.group(3);
        return new ToolVersion(
                Integer.parseInt(found.group(1)),
                Integer.parseInt(found.group(2)),
                patch == null ? 0 : Integer.parseInt(patch));
    }

    @Override
    public int compareTo(ToolVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = byMajor == 0 ? Integer.compare(minor, other.minor) : byMajor;
        return byMinor == 0 ? Integer.compare(patch, other.patch) : byMinor;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
