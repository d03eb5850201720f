package dev.capstan.launcher.step;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.JsonHttp;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Reads the activity that one process tells of.
 *
 * @param url of its activity
 */
record ActivityProbe(String name, String url) implements QuietCheck {

    @Override
    public Look look() {
        try {
            JsonHttp.Answer answer = JsonHttp.get(url, Map.of());
            return answer.status() == 200 ? read(answer.body()) : Look.unknown("answered " + answer.status());
        } catch (LaunchFailure silent) {
            return Look.unknown("does not answer");
        }
    }

    private static Look read(JsonNode activity) {
        Map<String, Long> pending = new TreeMap<>();
        activity.path("pending")
                .properties()
                .forEach(entry -> pending.put(entry.getKey(), entry.getValue().asLong(1)));
        JsonNode done = activity.path("done");
        return pending.isEmpty() || !done.isIntegralNumber()
                ? Look.unknown("does not tell of its activity")
                : new Look(pending, done.asLong(), null);
    }
}
