package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run a program that refuses to run as root.
 *
 * <p>In a user namespace of its own the program is nobody, yet still reaches the files root made for it. Where the kernel allows no
 * namespaces, it runs as the account {@code nobody}, whose files the data folder then becomes.
 */
final class Unprivileged {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final String NOBODY = "65534";
    private static final List<String> OTHER_ACCOUNT =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private Unprivileged() {}

    /** The words to put in front of a command; none for an ordinary user. */
    static List<String> prefix() {
        if (!isRoot()) {
            return List.of();
        }
        return works(NAMESPACE) ? NAMESPACE : OTHER_ACCOUNT;
    }

    /** Makes a folder usable for what {@link #prefix()} starts. */
    static void own(Path folder, List<String> prefix) {
        if (!prefix.equals(OTHER_ACCOUNT)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", Integer.parseInt(NOBODY), LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new LaunchFailure("cannot give " + folder + " to the account nobody", e);
        }
        reach(folder, prefix);
    }

    /** Says early, and in words, that a folder is out of reach. */
    static void reach(Path folder, List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("test", "-r", folder.toString()));
        if (!exitsWell(command)) {
            throw new LaunchFailure(
                    "PostgreSQL does not run as root, this machine allows no user namespaces, and the account"
                            + " nobody cannot reach " + folder
                            + ". Put CAPSTAN_CACHE and --data where everybody may enter, or run"
                            + " as an ordinary user.");
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new LaunchFailure("cannot read /proc/self; the launcher needs Linux", e);
        }
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        return exitsWell(command);
    }

    private static boolean exitsWell(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // the tool is not installed: the caller has another way, or says what is missing
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("trying " + command.getFirst(), e);
        }
    }
}
