package dev.capstan.kit.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** Puts {@code capstan-defaults.yaml} below every other source and imports the folder with the secrets. */
public final class DefaultsPostProcessor implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>();
        for (PropertySource<?> source : load()) {
            EnumerablePropertySource<?> values = (EnumerablePropertySource<?>) source;
            for (String name : values.getPropertyNames()) {
                defaults.put(name, String.valueOf(values.getProperty(name)));
            }
        }
        String secrets = environment.getProperty("CAPSTAN_SECRETS_DIR", "");
        if (!secrets.isEmpty()) {
            defaults.put("spring.config.import", "configtree:" + secrets + "/");
        }
        DefaultPropertiesPropertySource.addOrMerge(defaults, environment.getPropertySources());
    }

    private static Iterable<PropertySource<?>> load() {
        try {
            return new YamlPropertySourceLoader()
                    .load("capstan-defaults", new ClassPathResource("capstan-defaults.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before the configuration files are read, because one default is an import. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }
}
