package dev.capstan.kit.outbox;

/** The outbox for records that are not contract records. */
public interface RawRecords {

    /** As {@link Outbox#append(OutboxMessage)}. */
    void append(RawRecord message);
}
