package dev.capstan.launcher.stack;

import dev.capstan.launcher.component.Component;
import dev.capstan.launcher.component.HttpProbe;
import dev.capstan.launcher.process.ProcessSpec;
import java.net.URI;
import java.nio.file.Path;

/** An instance of one of our services, started from the extracted layout of its Boot jar. */
final class ServiceComponent implements Component {

    private final StackPlan plan;
    private final Instance instance;

    ServiceComponent(StackPlan plan, Instance instance) {
        this.plan = plan;
        this.instance = instance;
    }

    @Override
    public String name() {
        return instance.name();
    }

    @Override
    public ProcessSpec prepare() {
        StackOptions options = plan.options();
        BootLayout layout = BootLayout.of(options.cache(), instance.service().jarIn(options.repository()));
        Path folder = options.data().root();
        return new ProcessSpec(
                ServiceCommand.run(
                        layout,
                        instance.service(),
                        options.extrasOf(instance.service()),
                        options.data().temporary(instance.name())),
                new ServiceEnvironment(plan).of(instance),
                folder,
                options.data().log(instance.name()));
    }

    @Override
    public boolean isReady() {
        return HttpProbe.answersOk(readyPath());
    }

    @Override
    public String whyNotReady() {
        return "; /ready says " + HttpProbe.body(readyPath());
    }

    private URI readyPath() {
        return URI.create(instance.url() + "/ready");
    }
}
