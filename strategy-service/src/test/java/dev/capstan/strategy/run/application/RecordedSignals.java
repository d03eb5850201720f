package dev.capstan.strategy.run.application;

import dev.capstan.strategy.run.domain.RunEnd;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

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
    public void runEnded(RunEnd end) {
        ends.add(end);
    }
}
