package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.OneShot;
import dev.capstan.launcher.process.LowPriority;
import dev.capstan.launcher.process.ProcessRecords;
import dev.capstan.launcher.process.ProcessSpec;
import dev.capstan.launcher.process.RunningProcess;
import dev.capstan.launcher.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes, after a good start, the caches that let services start faster next time. Best effort: a service without one only starts
 * slower.
 *
 * <p>A cache belongs to one jar, one Java and one set of flags; it is made by a start of the service up to the point where it would
 * serve, at low priority, one service after the other, and appears by a rename.
 */
public final class AotTraining implements AutoCloseable {

    private static final String LOG = "aot";
    private static final Duration END_LIMIT = Duration.ofSeconds(1);

    private final StackPlan plan;
    private final ProcessRecords records;
    private volatile boolean ended;
    private volatile @Nullable RunningProcess current;

    public AotTraining(LocalStack stack) {
        this.plan = stack.plan();
        this.records = new ProcessRecords(plan.options().data().run());
    }

    /** Begins in the background. */
    public void start() {
        Thread.ofVirtual().name("aot-training").start(this::trainAll);
    }

    /** Ends a training that is under way, with the helper its JVM may have started. */
    @Override
    public void close() {
        ended = true;
        RunningProcess process = current;
        if (process != null) {
            ProcessHandle.of(process.pid()).stream()
                    .flatMap(ProcessHandle::descendants)
                    .forEach(ProcessHandle::destroyForcibly);
            process.end(Signal.KILL, END_LIMIT);
            records.remove(LOG);
        }
    }

    void trainAll() {
        for (Instance instance : plan.instances()) {
            if (instance.number() == 1 && !ended) {
                try {
                    train(instance);
                } catch (LaunchFailure | IOException e) {
                    note(instance.name() + " has no AOT cache: " + e.getMessage());
                }
            }
        }
    }

    private void train(Instance instance) throws IOException {
        ServiceDefinition service = instance.service();
        StackOptions options = plan.options();
        BootLayout layout = BootLayout.of(options.cache(), service.jarIn(options.repository()));
        Path cache = layout.aotCache(ServiceCommand.flags(service));
        if (Files.exists(cache)) {
            return;
        }
        Path draft = cache.resolveSibling(cache.getFileName() + ".new");
        List<String> command = LowPriority.of(
                ServiceCommand.train(layout, service, draft, options.data().temporary(LOG)));
        Map<String, String> environment = new HashMap<>(new ServiceEnvironment(plan).of(instance));
        environment.put("CAPSTAN_INSTANCE_ID", service.shortName() + "-aot");
        OneShot.run(
                "training " + service.name(),
                new ProcessSpec(
                        command,
                        environment,
                        options.data().root(),
                        options.data().log(LOG)),
                this::spawned);
        current = null;
        records.remove(LOG);
        Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Noted like any other, so that a later launcher finds it. */
    private void spawned(RunningProcess process) {
        current = process;
        records.put(LOG, process.identity());
    }

    private void note(String line) {
        try {
            Files.writeString(
                    plan.options().data().log(LOG), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new LaunchFailure("cannot write the AOT log", e);
        }
    }
}
