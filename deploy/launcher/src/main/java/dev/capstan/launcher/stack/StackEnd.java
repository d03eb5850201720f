package dev.capstan.launcher.stack;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Ends a stack in reverse order, layer by layer and at once within a layer. The limits of all layers together stay below ten
 * seconds; what does not end in its time is killed, which everything here survives.
 */
final class StackEnd {

    private static final Duration LAYER_LIMIT = Duration.ofMillis(2_300);

    private final List<StackProcess> processes;

    StackEnd(List<StackProcess> processes) {
        this.processes = processes;
    }

    void run() {
        processes.stream()
                .collect(Collectors.groupingBy(StackProcess::layer, TreeMap::new, Collectors.toList()))
                .descendingMap()
                .values()
                .forEach(StackEnd::endTogether);
    }

    private static void endTogether(List<StackProcess> layer) {
        CompletableFuture.allOf(layer.stream()
                        .map(process -> CompletableFuture.runAsync(
                                () -> process.stop(LAYER_LIMIT),
                                task -> Thread.ofVirtual().start(task)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
