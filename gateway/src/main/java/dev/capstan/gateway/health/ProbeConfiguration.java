package dev.capstan.gateway.health;

import dev.capstan.gateway.forwarding.Upstream;
import dev.capstan.gateway.forwarding.UpstreamClient;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** One probe for each service behind the gateway, beside the gateway's own. */
@Configuration(proxyBeanMethods = false)
class ProbeConfiguration {

    @Bean
    Probes probes(DatabaseProbe database, UpstreamClient client, JsonMapper json, Clock clock) {
        Stream<Probe> services =
                Arrays.stream(Upstream.values()).map(upstream -> new ServiceProbe(upstream, client, json));
        List<Probe> all = Stream.concat(Stream.of(database), services).toList();
        return new Probes(all, clock);
    }
}
