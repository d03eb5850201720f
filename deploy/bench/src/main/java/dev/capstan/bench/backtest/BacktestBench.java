package dev.capstan.bench.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Runs the subjects by turns and compares their trades. */
public final class BacktestBench {

    private final BenchCase wanted;
    private final Consumer<String> progress;

    /**
     * @param progress is told what is being done
     */
    public BacktestBench(BenchCase wanted, Consumer<String> progress) {
        this.wanted = wanted;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @param data folder of the stack that the runs over the API need
     * @param keep whether it is left there
     * @throws IllegalStateException when two subjects made different trades: then there is nothing to compare
     */
    public BacktestReport run(Path repository, Path data, boolean keep) throws IOException, InterruptedException {
        BacktestReport engine = run();
        return wanted.api().runs() == 0
                ? engine
                : engine.with(ApiRuns.measure(repository, data, keep, wanted.api(), progress));
    }

    /** The engine alone, in this process. */
    BacktestReport run() {
        progress.accept("making " + wanted.bars() + " candles, and their bars for ta4j");
        CrossCase each = CrossCase.of(wanted.seed(), wanted.bars(), wanted.fast(), wanted.slow());
        EngineSubject capstan = new EngineSubject(each);
        Ta4jSubject ta4j = new Ta4jSubject(each);
        List<Subject> subjects = List.of(
                capstan.trades(), ta4j.trades(), new BareSubject(each).trades(), capstan.figures(), ta4j.figures());
        int[] trades = compared(subjects);
        progress.accept("all made the same " + trades.length / 2 + " trades");
        subjects.forEach(this::warmUp);
        List<Round> rounds = measure(subjects, each.bars());
        return new BacktestReport(
                wanted,
                rounds,
                trades.length / 2,
                subjects.getFirst().run().get().fingerprint(),
                null);
    }

    static int[] compared(List<Subject> subjects) {
        int[] first = subjects.getFirst().run().get().rows();
        for (Subject other : subjects) {
            int[] rows = other.run().get().rows();
            int difference = Arrays.mismatch(first, rows);
            if (difference >= 0) {
                throw new IllegalStateException("expected the same trades, but " + other.name() + " differs in trade "
                        + difference / 2 + " of " + first.length / 2);
            }
        }
        return first;
    }

    /**
     * For as long as the compilers may need, which is a time and no number of runs: a run of the one takes as long as twenty of the other.
     */
    private void warmUp(Subject subject) {
        progress.accept("warm-up of " + subject.name() + ": " + subject.work());
        long began = System.nanoTime();
        do {
            checked(subject, subject.run().get());
        } while (System.nanoTime() - began < wanted.warmUp().toNanos());
    }

    private List<Round> measure(List<Subject> subjects, int bars) {
        List<Round> rounds = new ArrayList<>();
        for (int round = 1; round <= wanted.rounds(); round++) {
            progress.accept("round " + round + " of " + wanted.rounds());
            for (Subject subject : subjects) {
                // Each begins with an empty heap: what the one before left is not its to clean up.
                System.gc();
                rounds.add(round(subject, bars));
            }
        }
        return rounds;
    }

    /** As many runs as fill the time, and at least one. */
    private Round round(Subject subject, int bars) {
        long began = System.nanoTime();
        long runs = 0;
        long nanos;
        Trades trades;
        do {
            trades = subject.run().get();
            runs++;
            nanos = System.nanoTime() - began;
        } while (nanos < wanted.roundLength().toNanos());
        checked(subject, trades);
        return new Round(subject.work(), subject.name(), nanos, runs * bars);
    }

    private static void checked(Subject subject, Trades trades) {
        if (trades.rows().length == 0) {
            throw new IllegalStateException("expected trades of " + subject.name());
        }
    }
}
