package dev.capstan.kit.view;

import dev.capstan.kit.consumer.View;
import dev.capstan.kit.consumer.Views;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.kafka.KafkaClients;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;

/** Opens readers, starts them with the application context and ends them with it. */
final class KafkaViews implements Views, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KafkaViews.class);

    private final KafkaClients clients;
    private final EventJson json;
    private final Clock clock;
    private final List<TopicReader> readers = new CopyOnWriteArrayList<>();
    private final List<KnownStates<?>> views = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    KafkaViews(KafkaClients clients, EventJson json, Clock clock) {
        this.clients = clients;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public <T> View<T> follow(String topic, Class<T> payloadType, ToLongFunction<T> version) {
        KnownStates<T> states = new KnownStates<>(version, clock);
        views.add(states);
        open(topic, TopicReader.From.BEGINNING, new TopicReader.Listener() {
            @Override
            public void record(ConsumerRecord<String, byte[]> record) {
                take(states, record, payloadType);
            }

            @Override
            public void caughtUp() {
                states.completed();
            }
        });
        return states;
    }

    @Override
    public <T> void tail(String topic, Class<T> payloadType, java.util.function.Consumer<T> onRecord) {
        open(topic, TopicReader.From.END, record -> {
            byte[] payload = record.value();
            if (payload != null) {
                tell(record, payload, payloadType, onRecord);
            }
        });
    }

    /** Whether every view has read all that was there when it began. */
    boolean areComplete() {
        return views.stream().allMatch(View::isComplete);
    }

    private <T> void take(KnownStates<T> states, ConsumerRecord<String, byte[]> record, Class<T> payloadType) {
        byte[] payload = record.value();
        if (payload == null) {
            states.gone(record.key());
            return;
        }
        tell(
                record,
                payload,
                payloadType,
                state -> states.heard(record.key(), state, Instant.ofEpochMilli(record.timestamp())));
    }

    /** A state that cannot be read is left out: its owner sends it again within 30 s, and until then the key is as old as it was. */
    private <T> void tell(
            ConsumerRecord<String, byte[]> record,
            byte[] payload,
            Class<T> payloadType,
            java.util.function.Consumer<T> onRecord) {
        try {
            onRecord.accept(json.read(payload, payloadType));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            log.warn(
                    "left out an unreadable record of {} at partition {} offset {}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    unreadable.getMessage());
        }
    }

    private void open(String topic, TopicReader.From from, TopicReader.Listener listener) {
        TopicReader reader = new TopicReader(topic, from, () -> clients.reader("view-" + topic), listener);
        readers.add(reader);
        if (running) {
            reader.start();
        }
    }

    @Override
    public void start() {
        running = true;
        readers.forEach(TopicReader::start);
    }

    @Override
    public void stop() {
        running = false;
        readers.forEach(TopicReader::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
