package dev.capstan.simulator.control;

import dev.capstan.simulator.fault.Fault;
import dev.capstan.simulator.fault.FaultKind;
import java.util.Arrays;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes faults. */
final class FaultForm {

    private FaultForm() {}

    static Fault read(ControlRequest request) {
        request.only("kind", "times", "symbol", "apiKey", "millis", "breakWindow", "executed", "target", "notice");
        FaultKind kind = oneOf("kind", request.mandatory("kind"), FaultKind.values());
        Fault.Target target = request.text("target")
                .map(text -> oneOf("target", text, Fault.Target.values()))
                .orElseGet(kind::target);
        long times = request.whole("times", 1);
        if (times < 1 || times > 1_000_000) {
            throw new ControlException("times", "expected 1 to 1000000");
        }
        boolean breakWindow = request.flag("breakWindow", false);
        long millis = request.whole("millis", usualMillis(kind, breakWindow));
        if (millis < 0 && kind != FaultKind.CLOCK_SKEW) {
            throw new ControlException("millis", "expected zero or more");
        }
        long notice = request.whole("notice", 0);
        if (notice < 0 || (notice > 0 && kind != FaultKind.SHUT_DOWN)) {
            throw new ControlException("notice", "expected zero or more, and only with SHUT_DOWN");
        }
        return new Fault(
                0,
                kind,
                target,
                (int) times,
                request.text("symbol").orElse(null),
                request.text("apiKey").orElse(null),
                millis,
                breakWindow,
                request.flag("executed", true),
                notice);
    }

    static ObjectNode json(Fault fault) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", fault.id())
                .put("kind", fault.kind().name())
                .put("target", fault.target().name())
                .put("times", fault.times())
                .put("symbol", fault.symbol())
                .put("apiKey", fault.apiKey())
                .put("millis", fault.millis())
                .put("breakWindow", fault.breakWindow())
                .put("executed", fault.executed())
                .put("notice", fault.notice());
    }

    private static long usualMillis(FaultKind kind, boolean breakWindow) {
        return switch (kind) {
            case HOLD_SUBMIT -> breakWindow ? 20_000 : 2_000;
            case DELAY_ANSWER, BAN -> 2_000;
            default -> 0;
        };
    }

    private static <E extends Enum<E>> E oneOf(String field, String text, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new ControlException(field, "expected one of " + Arrays.toString(values)));
    }
}
