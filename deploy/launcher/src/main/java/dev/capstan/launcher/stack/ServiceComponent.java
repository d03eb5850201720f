package dev.capstan.launcher.stack;

import dev.capstan.launcher.component.Component;
import dev.capstan.launcher.component.HttpProbe;
import dev.capstan.launcher.process.ProcessSpec;
import dev.capstan.launcher.stack.StackOptions.ServiceExtras;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

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
                command(layout),
                new ServiceEnvironment(plan).of(instance),
                folder,
                options.data().log(instance.name()));
    }

    private List<String> command(BootLayout layout) {
        StackOptions options = plan.options();
        ServiceDefinition service = instance.service();
        ServiceExtras extras = options.extrasOf(service);
        Path temporary = options.data().temporary(instance.name());
        return options.tracing().isPresent()
                ? ServiceCommand.runTraced(layout, service, extras, temporary, Tracing.agent(options))
                : ServiceCommand.run(layout, service, extras, temporary);
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
