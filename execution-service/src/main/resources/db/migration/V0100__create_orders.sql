-- Who we are in client order ids; one row, made at the first start.
CREATE TABLE installation (
    only_row        boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    installation_id uuid        NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- One row per order, the intent included. Written only by transactions that hold the row of its stream.
CREATE TABLE orders (
    order_id            uuid PRIMARY KEY,
    client_order_id     text           NOT NULL,
    account_id          uuid           NOT NULL,
    instrument_id       text           NOT NULL,
    acting_subject      text           NOT NULL,
    idempotency_key     text,
    request_fingerprint text,
    side                text           NOT NULL,
    order_type          text           NOT NULL,
    time_in_force       text           NOT NULL,
    quantity            numeric(38,18) NOT NULL CHECK (quantity >= 0),
    limit_price         numeric(38,18) CHECK (limit_price > 0),
    received_at         timestamptz    NOT NULL,
    submit_by           timestamptz    NOT NULL,

    status              text           NOT NULL CHECK (status IN ('NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED', 'FILLED',
                                                                  'CANCELED', 'EXPIRED', 'REJECTED', 'DENIED', 'UNKNOWN')),
    approved_at         timestamptz,
    denial_reason       text,
    denial_context      text,
    end_reason          text,
    end_detail          text,

    claim_owner         text,
    claim_fence         bigint,
    claim_attempt       integer,
    claim_timestamp     timestamptz,
    claim_window_ms     bigint,
    claimed_at          timestamptz,
    claim_not_executed  boolean        NOT NULL DEFAULT false,

    venue_order_id      text,
    filled_quantity     numeric(38,18) NOT NULL DEFAULT 0,
    cumulative_quote    numeric(38,18) NOT NULL DEFAULT 0,
    venue_executed      numeric(38,18) NOT NULL DEFAULT 0,
    cancel_requested    boolean        NOT NULL DEFAULT false,
    doubt_since         timestamptz,
    version             bigint         NOT NULL,
    updated_at          timestamptz    NOT NULL DEFAULT clock_timestamp(),

    -- Who decides an undecided order next, and not before; outside of version: it says nothing about the order.
    decide_after        timestamptz    NOT NULL,

    CONSTRAINT orders_client_order_id UNIQUE (account_id, client_order_id),
    CHECK ((idempotency_key IS NULL) = (request_fingerprint IS NULL)),
    CHECK ((status = 'DENIED') = (denial_reason IS NOT NULL)),
    CHECK ((status = 'UNKNOWN') = (doubt_since IS NOT NULL))
);
-- Every table of the money path is small where it is hot: each work list has an index that holds its own rows only.
CREATE INDEX orders_undecided ON orders (decide_after) WHERE status = 'NEW';
CREATE INDEX orders_to_claim ON orders (account_id, approved_at) WHERE status = 'NEW' AND approved_at IS NOT NULL;
CREATE INDEX orders_in_flight ON orders (account_id, instrument_id, status) WHERE status IN ('SUBMITTED', 'UNKNOWN');
CREATE INDEX orders_open ON orders (account_id, instrument_id, status)
    WHERE status IN ('NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED', 'UNKNOWN');
CREATE INDEX orders_lacking_fills ON orders (account_id) WHERE venue_executed > filled_quantity;
CREATE INDEX orders_at_venue ON orders (account_id, instrument_id, venue_order_id) WHERE venue_order_id IS NOT NULL;
CREATE INDEX orders_by_account ON orders (account_id, received_at DESC, order_id DESC);

-- The lock and the counter of one stream of order events.
CREATE TABLE order_stream (
    account_id    uuid   NOT NULL,
    instrument_id text   NOT NULL,
    last_number   bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (account_id, instrument_id)
) WITH (fillfactor = 50);

-- The gapless streams, kept for ever: what every book of every service can be made from again.
CREATE TABLE order_event (
    account_id    uuid        NOT NULL,
    instrument_id text        NOT NULL,
    number        bigint      NOT NULL,
    order_id      uuid        NOT NULL,
    event_id      uuid        NOT NULL,
    type          text        NOT NULL,
    payload       bytea       NOT NULL,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (account_id, instrument_id, number)
);
CREATE INDEX order_event_by_order ON order_event (order_id, number);
REVOKE UPDATE, DELETE ON order_event FROM ${app_role};

-- Executions as the venue reported them, each once.
CREATE TABLE fill (
    account_id       uuid           NOT NULL,
    instrument_id    text           NOT NULL,
    trade_id         text           NOT NULL,
    venue_order_id   text           NOT NULL,
    order_id         uuid           NOT NULL,
    trade_order      bigint         NOT NULL,
    side             text           NOT NULL,
    last_price       numeric(38,18) NOT NULL,
    last_quantity    numeric(38,18) NOT NULL,
    commission       numeric(38,18) NOT NULL,
    commission_asset text           NOT NULL,
    maker            boolean        NOT NULL,
    source           text           NOT NULL,
    occurred_at      timestamptz    NOT NULL,
    recorded_at      timestamptz    NOT NULL,
    PRIMARY KEY (account_id, instrument_id, trade_id, venue_order_id)
);
CREATE INDEX fill_by_order ON fill (order_id, occurred_at, trade_order);
REVOKE UPDATE, DELETE ON fill FROM ${app_role};
