package dev.capstan.launcher.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A java command line with the Java that runs us, built in the order java wants it. */
public final class JavaCommand {

    private final List<String> words = new ArrayList<>();

    private JavaCommand() {}

    public static JavaCommand of(List<String> flags) {
        JavaCommand command = new JavaCommand();
        command.words.add(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.words.addAll(flags);
        return command;
    }

    public JavaCommand property(String name, Object value) {
        words.add("-D" + name + "=" + value);
        return this;
    }

    public JavaCommand classPath(String classPath) {
        words.addAll(List.of("-cp", classPath));
        return this;
    }

    /** The whole command for a main class. */
    public List<String> run(String mainClass, String... arguments) {
        words.add(mainClass);
        words.addAll(List.of(arguments));
        return List.copyOf(words);
    }
}
