package dev.capstan.kit.architecture.wrong.billing.domain;

import java.util.UUID;

class GamblingRule {

    UUID invent() {
        return UUID.randomUUID();
    }
}
