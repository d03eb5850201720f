package dev.capstan.risk.mark;

import dev.capstan.kit.health.HealthCheck;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Tells whether prices arrive. Not required: without them orders are refused one by one, with a reason, and cancels still count. */
@Component
class MarksCheck implements HealthCheck {

    private final Marks marks;
    private final Clock clock;

    MarksCheck(Marks marks, Clock clock) {
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "marks";
    }

    @Override
    public Result check() {
        long fresh = marks.all().stream()
                .filter(mark -> clock.instant().isBefore(mark.staleAt()))
                .count();
        return fresh > 0
                ? new Result(
                        Status.UP,
                        "fresh=%d known=%d".formatted(fresh, marks.all().size()))
                : Result.down("no fresh mark, known=" + marks.all().size());
    }

    @Override
    public boolean required() {
        return false;
    }
}
