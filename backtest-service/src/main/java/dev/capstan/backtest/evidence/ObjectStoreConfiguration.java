package dev.capstan.backtest.evidence;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ObjectStoreConfiguration {

    /** Nobody writes one object for that long. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    @Bean
    ObjectStore objectStore(ObjectStoreSettings settings, Clock clock) {
        FolderObjectStore store = new FolderObjectStore(Path.of(Objects.requireNonNull(settings.folder())));
        store.removeUnfinished(clock.instant().minus(ABANDONED));
        return store;
    }
}
