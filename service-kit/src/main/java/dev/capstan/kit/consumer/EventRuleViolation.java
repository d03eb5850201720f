package dev.capstan.kit.consumer;

/** An event that was read well but breaks a rule of the consumer. Never used for broken infrastructure, which is retried for ever. */
public class EventRuleViolation extends RuntimeException {

    public EventRuleViolation(String message) {
        super(message);
    }
}
