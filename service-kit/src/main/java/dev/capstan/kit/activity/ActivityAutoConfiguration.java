package dev.capstan.kit.activity;

import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ActivityAutoConfiguration {

    /** So many that no two processes have the same, and what is added stays a whole number for every reader of JSON. */
    private static final long STARTS = 1L << 50;

    @Bean
    CallsUnderWay callsUnderWay() {
        return new CallsUnderWay();
    }

    /** Before everything but the correlation: a call is under way while it is still asked for its token. */
    @Bean
    FilterRegistrationBean<CallsUnderWay> callsUnderWayFilter(CallsUnderWay calls) {
        FilterRegistrationBean<CallsUnderWay> registration = new FilterRegistrationBean<>(calls);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    ActivityController activityController(ObjectProvider<ActivitySource> sources) {
        long start = ThreadLocalRandom.current().nextLong(STARTS);
        return new ActivityController(new Activity(sources.orderedStream().toList(), start));
    }
}
