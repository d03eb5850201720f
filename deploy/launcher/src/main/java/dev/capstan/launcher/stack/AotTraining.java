package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.OneShot;
import dev.capstan.launcher.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes, after a good start, the caches that let services start faster next time. Best effort: a service without one only starts
 * slower.
 *
 * <p>A cache belongs to one jar, one Java and one set of flags; it is made by a start of the service up to the point where it would
 * serve, at low priority, one service after the other, and appears by a rename.
 */
public final class AotTraining {

    private static final String LOG = "aot";

    private final StackPlan plan;

    public AotTraining(LocalStack stack) {
        this.plan = stack.plan();
    }

    /** Begins in the background. */
    public void start() {
        Thread.ofVirtual().name("aot-training").start(this::trainAll);
    }

    void trainAll() {
        for (Instance instance : plan.instances()) {
            if (instance.number() == 1) {
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
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(ServiceCommand.train(layout, service, draft));
        Map<String, String> environment = new HashMap<>(new ServiceEnvironment(plan).of(instance));
        environment.put("CAPSTAN_INSTANCE_ID", service.shortName() + "-aot");
        OneShot.run(
                "training " + service.name(),
                new ProcessSpec(
                        command,
                        environment,
                        options.data().root(),
                        options.data().log(LOG)));
        Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
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
