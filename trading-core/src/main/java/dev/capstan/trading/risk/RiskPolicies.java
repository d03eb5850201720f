package dev.capstan.trading.risk;

import java.util.List;
import java.util.Optional;

/** Runs a list of policies; the first that refuses wins, so cheap and telling ones stand first. */
public record RiskPolicies(List<RiskPolicy> policies) implements RiskPolicy {

    public RiskPolicies {
        policies = List.copyOf(policies);
    }

    /** Every policy there is: what an order must pass. */
    public static RiskPolicies all() {
        return new RiskPolicies(List.of(
                new PriceCollarPolicy(),
                new OpenOrdersPolicy(),
                new PositionSizePolicy(),
                new InstrumentExposurePolicy(),
                new AccountExposurePolicy()));
    }

    /** The ones that bound an amount: what is reported when an order nobody asked about was found at the venue. */
    public static RiskPolicies amounts() {
        return new RiskPolicies(List.of(
                new OpenOrdersPolicy(),
                new PositionSizePolicy(),
                new InstrumentExposurePolicy(),
                new AccountExposurePolicy()));
    }

    @Override
    public Optional<Denial> judge(RiskCheck check) {
        return policies.stream().flatMap(policy -> policy.judge(check).stream()).findFirst();
    }
}
