package dev.capstan.execution.account.crypto;

import dev.capstan.execution.account.LiveTrading;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the master key at start: a process that cannot open venue keys does not come up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({VenueKeySettings.class, LiveTrading.class})
class VenueKeyConfiguration {

    @Bean
    MasterKey masterKey(VenueKeySettings settings) {
        return MasterKey.read(settings.secretsDir());
    }

    @Bean
    VenueKeyCipher venueKeyCipher(MasterKey masterKey) {
        return new VenueKeyCipher(masterKey);
    }
}
