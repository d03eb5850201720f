-- Last number a consumer has applied of each numbered stream; moves in the transaction of the effect.
CREATE TABLE stream_position (
    consumer      text   NOT NULL,
    stream_key    text   NOT NULL,
    last_number   bigint NOT NULL DEFAULT 0,
    -- Highest number heard of; above last_number while a gap is open or records wait behind a parked one.
    known_number  bigint NOT NULL DEFAULT 0,
    parked_at     timestamptz,
    parked_number bigint,
    parked_reason text,
    updated_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, stream_key)
);
CREATE INDEX stream_position_parked ON stream_position (consumer) WHERE parked_at IS NOT NULL;

-- Events of topics without numbers that a consumer has applied.
CREATE TABLE inbox (
    consumer    text        NOT NULL,
    event_id    uuid        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_by_age ON inbox (received_at);

-- Records that could not be applied, in the order they came. On topics without numbers a key with a row here is held back: its later
-- records join it, and all are applied in order by a replay.
CREATE TABLE dead_letter (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer        text        NOT NULL,
    topic           text        NOT NULL,
    topic_partition integer     NOT NULL,
    record_offset   bigint      NOT NULL,
    key             text        NOT NULL,
    headers         text        NOT NULL,
    payload         bytea       NOT NULL,
    reason          text        NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    -- A record that is delivered again is the same dead letter.
    UNIQUE (consumer, topic, topic_partition, record_offset)
);
CREATE INDEX dead_letter_by_key ON dead_letter (consumer, topic, key, id);

-- Headers beside the standard ones, as a JSON object of text; on copies to dead-letter topics.
ALTER TABLE outbox ADD COLUMN extra_headers text;
