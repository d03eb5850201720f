package dev.capstan.trading.architecture.wrong;

import java.time.Instant;

final class RuleThatDependsOnTheMoment {

    private RuleThatDependsOnTheMoment() {}

    static Instant now() {
        return Instant.now();
    }
}
