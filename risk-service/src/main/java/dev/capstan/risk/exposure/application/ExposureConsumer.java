package dev.capstan.risk.exposure.application;

/** The consumer of order events by name: its Kafka group and the key of its stream positions. */
public final class ExposureConsumer {

    public static final String NAME = "risk-exposure";

    private ExposureConsumer() {}
}
