package dev.capstan.launcher.cli;

import dev.capstan.launcher.cli.StackReport.Phase;
import dev.capstan.launcher.process.ProcessIdentity;
import dev.capstan.launcher.stack.ProcessStatus;
import dev.capstan.launcher.stack.StackAddresses;
import dev.capstan.launcher.stack.StackListener;
import dev.capstan.launcher.stack.StackOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the report file of a running launcher up to date and passes on what it hears. */
final class Reporter implements StackListener {

    private final StackOptions options;
    private final StackAddresses addresses;
    private final StackListener display;
    private final Map<String, ProcessStatus> processes = new LinkedHashMap<>();
    private Phase phase = Phase.STARTING;
    private String message = "";

    Reporter(StackOptions options, StackListener display) {
        this.options = options;
        this.addresses = StackAddresses.of(options);
        this.display = display;
    }

    @Override
    public synchronized void changed(ProcessStatus status) {
        processes.put(status.name(), status);
        write();
        display.changed(status);
    }

    @Override
    public synchronized void says(String line) {
        if (phase == Phase.STARTING) {
            enter(Phase.STARTING, line);
        }
        display.says(line);
    }

    synchronized void enter(Phase newPhase, String newMessage) {
        phase = newPhase;
        message = newMessage;
        write();
    }

    /** What was said when ready or failed stays: it may be why we end. */
    synchronized void enterStopping() {
        enter(Phase.STOPPING, phase == Phase.STARTING ? "" : message);
    }

    private void write() {
        new StackReport(
                        ProcessIdentity.self().toString(),
                        phase,
                        addresses.gateway().orElse(null),
                        addresses.keycloak(),
                        addresses.simulatorControl().orElse(null),
                        message,
                        List.copyOf(processes.values()))
                .write(options.data());
    }
}
