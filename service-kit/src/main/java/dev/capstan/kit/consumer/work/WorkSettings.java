package dev.capstan.kit.consumer.work;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How consumers that share a topic's partitions work.
 *
 * @param gather pause after each batch that is not full: what comes meanwhile is fetched and applied together; for consumers nobody waits for
 */
@ConfigurationProperties("capstan.consumers")
record WorkSettings(@DefaultValue("0ms") Duration gather) {}
