package dev.capstan.kit.architecture.wrong.billing.domain;

import java.time.Instant;

class ImpatientRule {

    boolean isDue(Instant due) {
        return Instant.now().isAfter(due);
    }
}
