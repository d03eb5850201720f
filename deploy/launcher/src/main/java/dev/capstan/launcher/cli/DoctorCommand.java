package dev.capstan.launcher.cli;

import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.doctor.Examination;
import dev.capstan.launcher.doctor.Finding;
import dev.capstan.launcher.doctor.Verdict;
import dev.capstan.launcher.stack.DataFolder;
import dev.capstan.launcher.stack.StackOptions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Looks at everything a stack needs before it is needed. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks at Java and tools, the machine, memory, disk, clock, ports, left-over processes and"
                + " versions, and says how to mend what is wrong. Changes nothing. Exit code 0 when a stack can"
                + " start or runs, else 1.")
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final StackSelection selection = new StackSelection();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<Finding> findings = examination().findings();
        boolean ready = findings.stream().noneMatch(finding -> finding.verdict() == Verdict.WRONG);
        if (json) {
            selection
                    .out()
                    .println(new JsonMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(Map.of("ready", ready, "findings", findings)));
        } else {
            print(findings, selection.out());
        }
        return ready ? 0 : 1;
    }

    private Examination examination() {
        DataFolder folder = selection.folder();
        StackOptions options =
                StackOptions.inFolder(StackSelection.repository(), folder.root(), ComponentCache.ofUser(line -> {}));
        return Examination.of(options, StackReport.ofRunning(folder).isPresent());
    }

    private static void print(List<Finding> findings, PrintWriter out) {
        for (Finding finding : findings) {
            out.println(Ansi.AUTO.string(word(finding.verdict()) + "  %-32s ".formatted(finding.check()))
                    + finding.found());
            if (finding.mend() != null) {
                out.println(" ".repeat(7) + "to mend: " + finding.mend());
            }
        }
        out.println(summary(findings));
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case FINE -> "@|green fine |@";
            case CARE -> "@|yellow care |@";
            case WRONG -> "@|red wrong|@";
        };
    }

    private static String summary(List<Finding> findings) {
        long wrong = count(findings, Verdict.WRONG);
        long care = count(findings, Verdict.CARE);
        return wrong == 0 && care == 0
                ? "All is well."
                : String.format(Locale.ROOT, "%d to be mended before a start, %d to be careful about.", wrong, care);
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
