package dev.capstan.launcher.stack;

import java.nio.file.Path;

/** Where a stack keeps everything: data, secrets, logs and notes about its processes. */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    /** Where a process may leave what nobody needs after its end. */
    Path temporary(String process) {
        return root.resolve("tmp").resolve(process);
    }

    /** What a running launcher says about its stack. */
    public Path state() {
        return run().resolve("state.json");
    }

    Path of(String component) {
        return root.resolve(component);
    }
}
