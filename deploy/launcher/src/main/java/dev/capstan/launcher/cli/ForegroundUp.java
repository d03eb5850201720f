package dev.capstan.launcher.cli;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.cli.StackReport.Phase;
import dev.capstan.launcher.seed.Seeding;
import dev.capstan.launcher.stack.AotTraining;
import dev.capstan.launcher.stack.LocalStack;
import dev.capstan.launcher.stack.StackAddresses;
import dev.capstan.launcher.stack.StackOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The launcher that owns the processes: starts, fills, says so, and watches until it is told to end. */
final class ForegroundUp {

    /** Long, because the first start downloads and builds. */
    private static final Duration READY_LIMIT = Duration.ofMinutes(20);

    private final StackOptions options;
    private final Display display;
    private final PrintWriter out;
    private final Reporter reporter;

    ForegroundUp(StackOptions options, Display display, PrintWriter out) {
        this.reporter = new Reporter(options, display);
        this.options = options.withProgress(reporter::says);
        this.display = display;
        this.out = out;
    }

    int run(String dataOption, boolean aot) {
        LocalStack stack = LocalStack.start(options, reporter);
        AotTraining training = new AotTraining(stack);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, training), "end"));
        Thread ticker = Thread.ofVirtual().start(this::tick);
        try {
            stack.awaitReady(READY_LIMIT);
            String text = fill(stack, dataOption);
            display.leave();
            out.println(text);
            out.flush();
        } catch (LaunchFailure e) {
            display.leave();
            reporter.enter(Phase.FAILED, String.valueOf(e.getMessage()));
            throw e;
        } finally {
            ticker.interrupt();
        }
        if (aot) {
            training.start();
        }
        return watch();
    }

    private String fill(LocalStack stack, String dataOption) {
        reporter.says("filling");
        StackAddresses addresses = StackAddresses.of(options);
        List<String> frontends = Seeding.frontends(System.getenv("FRONTEND_URL"));
        Optional<String> account = new Seeding(addresses, stack.secrets(), frontends).untilDone();
        String text = WelcomeText.of(addresses, stack.secrets(), account, dataOption);
        reporter.enter(Phase.READY, text);
        return text;
    }

    private void end(LocalStack stack, AotTraining training) {
        reporter.enterStopping();
        reporter.says("stopping");
        training.close();
        stack.close();
    }

    private static int watch() {
        try {
            new CountDownLatch(1).await(); // Ctrl-C and down end us by a signal
            return 0;
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("watching over the stack", e);
        }
    }

    private void tick() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(250);
                display.tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the start is over
        }
    }
}
