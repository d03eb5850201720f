package dev.capstan.strategy.run.application;

import dev.capstan.strategy.run.domain.RunEnd;
import dev.capstan.strategy.run.domain.RunId;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what was told. */
final class RecordedSignals implements RunSignals {

    final List<String> causes = new CopyOnWriteArrayList<>();
    final List<RunEnd> ends = new CopyOnWriteArrayList<>();

    @Override
    public void worthALook() {}

    @Override
    public void candleTaken() {}

    @Override
    public void orderSent() {}

    @Override
    public void attemptEnded(String cause) {
        causes.add(cause);
    }

    @Override
    public void runEnded(RunId run, RunEnd end, @Nullable BigDecimal position) {
        ends.add(end);
    }
}
