package dev.capstan.bench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** What every measurement on a stack of its own is asked, and how it answers. */
final class RunOptions {

    @Option(names = "--keep", description = "Leave data and logs of the stack in .local-bench.")
    private boolean keep;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    boolean keep() {
        return keep;
    }

    /** Where the jars are built. */
    Path repository() {
        return Path.of(Objects.requireNonNull(
                System.getProperty("capstan.home"),
                "start this through ./capstan, which says where the repository is"));
    }

    /** Folder of the run's own stack. */
    Path data() {
        return repository().resolve(".local-bench");
    }

    /** Refuses an option before anything starts. */
    void check(String option, boolean holds, String expected) {
        if (!holds) {
            throw new ParameterException(line(), option + ": expected " + expected);
        }
    }

    /** Tells a person how far it is; what was asked for goes elsewhere. */
    void progress(String text) {
        line().getErr().println("  " + text);
    }

    /** Prints a report in the form that was asked for. */
    void print(Map<String, Object> document, Consumer<PrintWriter> table) {
        PrintWriter out = line().getOut();
        if (json) {
            out.println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } else {
            table.accept(out);
        }
    }

    private CommandLine line() {
        return Objects.requireNonNull(command, "set by picocli").commandLine();
    }
}
