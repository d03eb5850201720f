package dev.capstan.marketdata.intake;

import dev.capstan.kit.activity.ActivitySource;
import org.springframework.stereotype.Component;

/** Candles on their way into the store. */
@Component
class CandleActivity implements ActivitySource {

    private final CandleIntake intake;

    CandleActivity(CandleIntake intake) {
        this.intake = intake;
    }

    @Override
    public String name() {
        return "candles";
    }

    @Override
    public Work look() {
        return new Work(intake.pending(), intake.done());
    }
}
