package dev.capstan.launcher.doctor;

import java.util.List;

/** Processes of a stack whose launcher is gone: they hold ports and data until somebody ends them. */
final class LeftoversCheck implements Check {

    private static final String LEFTOVERS = "left-over processes";

    private final OwnProcesses own;

    LeftoversCheck(OwnProcesses own) {
        this.own = own;
    }

    @Override
    public List<Finding> look() {
        if (own.haveLauncher()) {
            return List.of(Finding.fine(
                    LEFTOVERS, "none; the stack runs with " + own.recorded().size() + " processes"));
        }
        if (own.recorded().isEmpty()) {
            return List.of(Finding.fine(LEFTOVERS, "none"));
        }
        List<String> names = own.recorded().entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue().pid() + ")")
                .toList();
        return List.of(Finding.care(
                LEFTOVERS,
                String.join(", ", names) + " run without a launcher",
                "./capstan down ends them; the next ./capstan up does so too"));
    }
}
