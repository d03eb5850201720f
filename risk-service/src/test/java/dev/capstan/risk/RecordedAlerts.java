package dev.capstan.risk;

import dev.capstan.kit.alert.Alerts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps what would be told to operators. */
public final class RecordedAlerts implements Alerts {

    private final List<Alert> raised = new CopyOnWriteArrayList<>();

    @Override
    public void raise(String code, String subject, @Nullable String accountId, String detail) {
        raised.add(new Alert(code, subject, detail));
    }

    public List<Alert> about(String subject) {
        return raised.stream().filter(alert -> alert.subject().equals(subject)).toList();
    }

    /** One alert. */
    public record Alert(String code, String subject, String detail) {}
}
