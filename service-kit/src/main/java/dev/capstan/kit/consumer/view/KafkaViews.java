package dev.capstan.kit.consumer.view;

import dev.capstan.kit.consumer.View;
import dev.capstan.kit.consumer.Views;
import dev.capstan.kit.health.HealthCheck;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.kafka.KafkaClients;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;

/** Opens views and runs their readers for as long as the application context lives. */
final class KafkaViews implements Views, HealthCheck, SmartLifecycle {

    private final KafkaClients clients;
    private final EventJson json;
    private final Clock clock;
    private final List<CompactedView<?>> followed = new CopyOnWriteArrayList<>();
    private final List<TopicReader> readers = new CopyOnWriteArrayList<>();
    private final List<Runnable> waiting = new CopyOnWriteArrayList<>();
    private boolean running;

    KafkaViews(KafkaClients clients, EventJson json, Clock clock) {
        this.clients = clients;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public <T> View<T> follow(String topic, Class<T> payloadType, ToLongFunction<T> version) {
        CompactedView<T> view = new CompactedView<>(topic, payloadType, version, json, clock);
        followed.add(view);
        open(new TopicReader(clients, topic, view), topic);
        return view;
    }

    @Override
    public <T> void tail(String topic, Class<T> payloadType, Consumer<T> onRecord) {
        open(new TopicReader(clients, topic, new TailTarget<>(payloadType, json, onRecord)), topic);
    }

    private synchronized void open(TopicReader reader, String topic) {
        readers.add(reader);
        if (running) {
            launch(reader, topic);
        } else {
            waiting.add(() -> launch(reader, topic));
        }
    }

    private static void launch(TopicReader reader, String topic) {
        Thread.ofPlatform().name("view-" + topic).daemon().start(reader);
    }

    @Override
    public String name() {
        return "views";
    }

    @Override
    public Result check() {
        String missing = followed.stream()
                .filter(view -> !view.isComplete())
                .map(CompactedView::topic)
                .sorted()
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? Result.up() : Result.down("not yet read to the end: " + missing);
    }

    @Override
    public synchronized void start() {
        running = true;
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    @Override
    public synchronized void stop() {
        running = false;
        readers.forEach(TopicReader::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
