package dev.capstan.launcher.cli;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.process.ProcessIdentity;
import dev.capstan.launcher.stack.DataFolder;
import dev.capstan.launcher.stack.ProcessStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a running launcher tells other commands, as a JSON file in its data folder.
 *
 * @param launcher identity of the launcher's process
 * @param gateway base URL of the API; null while this repository has no gateway
 * @param simulatorControl control address of the simulated venue; null where there is none
 * @param message what a person should know now: the calls to paste when ready, the reason when failed
 */
record StackReport(
        String launcher,
        Phase phase,
        @Nullable String gateway,
        String keycloak,
        @Nullable String simulatorControl,
        String message,
        List<ProcessStatus> processes) {

    private static final JsonMapper MAPPER = new JsonMapper();

    enum Phase {
        STARTING,
        READY,
        FAILED,
        STOPPING
    }

    /** Replaces the file as a whole: a reader sees the old or the new one. */
    void write(DataFolder folder) {
        try {
            Path draft = folder.state().resolveSibling("state.json.new");
            MAPPER.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), this);
            Files.move(draft, folder.state(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LaunchFailure("cannot write " + folder.state(), e);
        }
    }

    /** The report of a launcher that still runs. */
    static Optional<StackReport> ofRunning(DataFolder folder) {
        return last(folder).filter(found -> found.identity().isAlive());
    }

    /** The report of the launcher that ran last. */
    static Optional<StackReport> last(DataFolder folder) {
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(folder.state()), StackReport.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LaunchFailure("cannot read " + folder.state(), e);
        }
    }

    /** As {@link #ofRunning}, or a failure that says what to do. */
    static StackReport required(DataFolder folder) {
        return ofRunning(folder)
                .orElseThrow(
                        () -> new LaunchFailure("no stack runs in " + folder.root() + "; ./capstan up starts one"));
    }

    ProcessIdentity identity() {
        return ProcessIdentity.parse(launcher);
    }
}
