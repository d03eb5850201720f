package dev.capstan.kit.health;

import dev.capstan.kit.settings.CapstanSettings;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class HealthAutoConfiguration {

    @Bean
    @ConditionalOnBean(DataSource.class)
    HealthCheck databaseCheck(DataSource dataSource) {
        return new DatabaseCheck(dataSource);
    }

    @Bean
    HealthController healthController(ObjectProvider<HealthCheck> checks, CapstanSettings settings, Clock clock) {
        return new HealthController(new HealthChecks(checks.orderedStream().toList()), settings.instanceId(), clock);
    }
}
