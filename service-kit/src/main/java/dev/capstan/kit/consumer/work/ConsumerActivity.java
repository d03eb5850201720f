package dev.capstan.kit.consumer.work;

import dev.capstan.kit.activity.ActivitySource;
import dev.capstan.kit.kafka.KafkaClients;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * What the work consumers of this process have not applied yet of their partitions, down to the record that Kafka took last: fetched or not,
 * paused or not. The broker itself is asked, because a consumer hears of a record only when it fetches it.
 */
final class ConsumerActivity implements ActivitySource, DisposableBean {

    private final Supplier<List<WorkLoop>> loops;
    private final KafkaClients clients;
    private @Nullable Admin admin;

    ConsumerActivity(Supplier<List<WorkLoop>> loops, KafkaClients clients) {
        this.loops = loops;
        this.clients = clients;
    }

    @Override
    public String name() {
        return "consumers";
    }

    @Override
    public Work look() {
        List<Progress> members = loops.get().stream().map(WorkLoop::progress).toList();
        Map<TopicPartition, Long> ends = ends(members);
        // Where a member stands is read after the ends: what it applied meanwhile is less to be behind by, and what
        // came meanwhile is seen
        // by the next look.
        long behind = members.stream()
                .mapToLong(member -> member.behind(partition -> ends.getOrDefault(partition, Long.MAX_VALUE)))
                .reduce(0, (left, right) -> left > Long.MAX_VALUE - right ? Long.MAX_VALUE : left + right);
        return new Work(behind, members.stream().mapToLong(Progress::applied).sum());
    }

    private Map<TopicPartition, Long> ends(List<Progress> members) {
        Map<TopicPartition, OffsetSpec> asked = members.stream()
                .flatMap(member -> member.partitions().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        if (asked.isEmpty()) {
            return Map.of();
        }
        try {
            Map<TopicPartition, Long> ends = new HashMap<>();
            Map<TopicPartition, ListOffsetsResultInfo> told =
                    admin().listOffsets(asked).all().get();
            told.forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ends of the topics are not known: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for the ends of the topics", e);
        }
    }

    /** Made on the first look: most processes are never looked at. */
    private synchronized Admin admin() {
        if (admin == null) {
            admin = clients.admin();
        }
        return admin;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
