package dev.capstan.backtest.evidence;

import java.nio.file.Path;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ObjectStoreConfiguration {

    @Bean
    ObjectStore objectStore(ObjectStoreSettings settings) {
        return new FolderObjectStore(Path.of(Objects.requireNonNull(settings.folder())));
    }
}
