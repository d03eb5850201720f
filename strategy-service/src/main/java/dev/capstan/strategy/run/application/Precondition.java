package dev.capstan.strategy.run.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.strategy.run.domain.RunSpec;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that must hold when a run starts. */
public interface Precondition {

    /**
     * A precondition that does not hold.
     *
     * @param what is the matter, for people
     * @param remedy what the person who wants to start can do
     */
    record Failed(PreconditionCode code, String what, String remedy) {}

    /**
     * A run that is wanted.
     *
     * @param quoteAsset null while market-data does not say what the instrument is made of
     */
    record Wanted(
            AccountId accountId,
            InstrumentId instrumentId,
            BigDecimal capital,
            @Nullable Asset quoteAsset) {

        static Wanted of(RunSpec spec) {
            return new Wanted(spec.accountId(), spec.instrumentId(), spec.capital(), spec.quoteAsset());
        }

        /** Of which no more is known than what was asked for. */
        static Wanted of(StartRequest request) {
            return new Wanted(request.accountId(), request.instrumentId(), request.capital(), null);
        }
    }

    /** Empty when it holds. One that cannot be found out does not hold. */
    Optional<Failed> check(Wanted wanted);
}
