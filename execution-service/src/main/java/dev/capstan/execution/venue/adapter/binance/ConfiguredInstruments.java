package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Price;
import dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.Instruments;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The instruments of all configured addresses; where real money is traded its rules count before those of paper. */
@Component
class ConfiguredInstruments implements Instruments {

    private final BinanceEnvironments environments;

    ConfiguredInstruments(BinanceEnvironments environments) {
        this.environments = environments;
    }

    @Override
    public Optional<InstrumentRules> find(InstrumentId instrumentId) {
        Collection<BinanceEnvironment> all = environments.all();
        if (all.stream().noneMatch(BinanceEnvironment::knowsInstruments)) {
            throw new VenueUnavailableException("the instruments of " + instrumentId.venueId() + " are not loaded yet");
        }
        return find(AccountKind.LIVE, instrumentId).or(() -> find(AccountKind.PAPER, instrumentId));
    }

    @Override
    public Price referencePrice(InstrumentRules rules) {
        return Stream.of(AccountKind.LIVE, AccountKind.PAPER)
                .flatMap(kind -> environments.of(kind).stream())
                .filter(environment -> environment.rules(rules.instrumentId()).isPresent())
                .findFirst()
                .orElseThrow(() -> new VenueUnavailableException("nobody lists " + rules.instrumentId()))
                .referencePrice(rules);
    }

    private Optional<InstrumentRules> find(AccountKind kind, InstrumentId instrumentId) {
        return environments.of(kind).flatMap(environment -> environment.rules(instrumentId));
    }
}
