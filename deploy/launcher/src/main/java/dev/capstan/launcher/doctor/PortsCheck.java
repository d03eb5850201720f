package dev.capstan.launcher.doctor;

import dev.capstan.launcher.stack.PortUse;
import dev.capstan.launcher.stack.StackOptions;
import java.util.List;

/** Every port the stack needs: free, in use by the stack itself, or in the way. */
final class PortsCheck implements Check {

    private final StackOptions options;
    private final OwnProcesses own;

    PortsCheck(StackOptions options, OwnProcesses own) {
        this.options = options;
        this.own = own;
    }

    @Override
    public List<Finding> look() {
        return PortUse.of(options).stream().map(this::finding).toList();
    }

    private Finding finding(PortUse port) {
        String check = "port " + port.number() + " (" + port.name() + ")";
        if (port.isFree()) {
            return Finding.fine(check, "free");
        }
        boolean ours = port.owner().filter(owner -> own.include(owner.pid())).isPresent();
        return ours ? Finding.fine(check, "in use by this stack") : Finding.wrong(check, port.takenBy(), port.mend());
    }
}
