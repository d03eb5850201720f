package dev.capstan.kit.jdbc;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration(before = FlywayAutoConfiguration.class, after = DataSourceTransactionManagerAutoConfiguration.class)
class JdbcAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Transactions transactions(PlatformTransactionManager transactionManager) {
        return new RepeatingTransactions(new TransactionTemplate(transactionManager));
    }

    @Bean
    FlywayMigrationStrategy patientMigration() {
        return new PatientMigration();
    }
}
