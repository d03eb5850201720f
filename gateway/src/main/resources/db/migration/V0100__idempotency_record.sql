-- One row per (who, key): a claim while the call runs, then its answer. Fences come from a sequence and not from the row, so that a
-- claim made after a purge can never carry the number of one made before it.
CREATE SEQUENCE idempotency_fence;

CREATE TABLE idempotency_record (
    subject         text        NOT NULL,
    idempotency_key text        NOT NULL,
    fingerprint     text        NOT NULL,
    fence           bigint      NOT NULL,
    lease_until     timestamptz NOT NULL,
    status          smallint,
    content_type    text,
    location        text,
    entity_tag      text,
    body            bytea,
    expires_at      timestamptz NOT NULL,
    PRIMARY KEY (subject, idempotency_key)
);

CREATE INDEX idempotency_record_expires_at ON idempotency_record (expires_at);
