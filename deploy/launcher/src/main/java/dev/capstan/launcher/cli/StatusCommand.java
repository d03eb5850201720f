package dev.capstan.launcher.cli;

import dev.capstan.launcher.process.ProcessMemory;
import dev.capstan.launcher.stack.ProcessState;
import dev.capstan.launcher.stack.ProcessStatus;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Shows every process. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Shows every process with its port, process id and memory. Exit code 0 when all are ready, else 1.")
final class StatusCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1024 * 1024;

    @Mixin
    private final StackSelection selection = new StackSelection();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Optional<StackReport> report = StackReport.ofRunning(selection.folder());
        PrintWriter out = selection.out();
        if (json) {
            out.println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document(report)));
        } else {
            report.ifPresentOrElse(
                    found -> table(found, out),
                    () -> out.println("no stack runs in " + selection.folder().root()));
        }
        return report.filter(StatusCommand::isWell).isPresent() ? 0 : 1;
    }

    private static boolean isWell(StackReport report) {
        return report.processes().stream().allMatch(process -> process.state() == ProcessState.READY);
    }

    private static Map<String, Object> document(Optional<StackReport> report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("running", report.isPresent());
        report.ifPresent(found -> {
            document.put("phase", found.phase());
            document.put("gateway", found.gateway());
            document.put("keycloak", found.keycloak());
            document.put(
                    "processes",
                    found.processes().stream().map(StatusCommand::document).toList());
        });
        return document;
    }

    private static Map<String, @Nullable Object> document(ProcessStatus process) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("name", process.name());
        document.put("state", process.state());
        document.put("pid", process.pid());
        document.put("port", process.port());
        document.put("restarts", process.restarts());
        document.put("since", process.since().toString());
        document.put("memoryBytes", memory(process));
        document.put("log", process.log());
        document.put("problem", process.problem());
        return document;
    }

    private static void table(StackReport report, PrintWriter out) {
        out.printf("%-20s %-10s %6s %8s %8s %9s%n", "process", "state", "port", "pid", "restarts", "memory");
        long sum = 0;
        List<String> problems = new ArrayList<>();
        for (ProcessStatus process : report.processes()) {
            long memory = memory(process);
            sum += memory;
            out.printf(
                    "%-20s %-10s %6d %8s %8d %6d MB%n",
                    process.name(),
                    StateWords.of(process.state()),
                    process.port(),
                    process.pid() == null ? "-" : process.pid().toString(),
                    process.restarts(),
                    memory / MEGABYTE);
            if (process.problem() != null) {
                problems.add(process.name() + ": " + process.problem());
            }
        }
        out.printf("%-20s %-10s %6s %8s %8s %6d MB%n", "together", "", "", "", "", sum / MEGABYTE);
        problems.forEach(out::println);
    }

    private static long memory(ProcessStatus process) {
        return process.pid() == null ? 0 : ProcessMemory.ofTree(process.pid());
    }
}
