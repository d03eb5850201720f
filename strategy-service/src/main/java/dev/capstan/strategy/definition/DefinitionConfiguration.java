package dev.capstan.strategy.definition;

import dev.capstan.trading.strategy.StrategyKinds;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DefinitionConfiguration {

    @Bean
    StrategyKinds strategyKinds() {
        return BuiltInStrategies.kinds();
    }

    @Bean
    ParameterErrors parameterErrors(StrategyKinds kinds) {
        return new ParameterErrors(kinds);
    }
}
