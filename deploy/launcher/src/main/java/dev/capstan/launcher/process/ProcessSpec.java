package dev.capstan.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param environment the whole environment beside the few variables every program needs; nothing else is inherited, so a setting in
 *     a developer's shell cannot change what runs
 * @param log where standard output and error go, appended
 */
public record ProcessSpec(List<String> command, Map<String, String> environment, Path directory, Path log) {

    public ProcessSpec {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("expected a command, got none");
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
