-- Everything the owner makes from here on is open to the service's own role, data rights only. A migration takes back what a table
-- must not allow, e.g. UPDATE and DELETE on a ledger.
GRANT USAGE ON SCHEMA ${app_schema} TO ${app_role};
ALTER DEFAULT PRIVILEGES IN SCHEMA ${app_schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app_role};
ALTER DEFAULT PRIVILEGES IN SCHEMA ${app_schema} GRANT USAGE ON SEQUENCES TO ${app_role};

-- Records to publish. The bytes are exactly what is sent; a row is deleted once Kafka has acknowledged it.
CREATE TABLE outbox (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bucket         smallint    NOT NULL,
    topic          text        NOT NULL,
    key            text        NOT NULL,
    event_id       uuid        NOT NULL,
    type           text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    correlation_id text,
    payload        bytea       NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX outbox_by_bucket ON outbox (bucket, id);
-- Rows live for milliseconds: vacuum often, before the index fills with the dead.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- Who may send which share of the keys. The fence rises with each change of hands.
CREATE TABLE outbox_bucket (
    bucket      smallint PRIMARY KEY,
    owner       text,
    lease_until timestamptz NOT NULL DEFAULT '-infinity',
    fence       bigint      NOT NULL DEFAULT 0
);
INSERT INTO outbox_bucket (bucket) SELECT generate_series(0, 31);

-- Which relays are alive, so that each takes its fair share of the buckets.
CREATE TABLE outbox_relay (
    owner       text PRIMARY KEY,
    alive_until timestamptz NOT NULL
);
