package dev.capstan.systemtests.dsl;

import dev.capstan.launcher.stack.DataFolder;
import dev.capstan.launcher.stack.LocalStack;
import dev.capstan.launcher.stack.StackListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Every run begins with nothing, so that no run depends on the one before. */
final class FreshFolder {

    private FreshFolder() {}

    /** The folder of a stack, empty; what an earlier run left running there is ended. */
    static Path at(Path folder) {
        LocalStack.endOrphans(new DataFolder(folder), StackListener.NONE);
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
