-- One row per account that anything was ever asked about. It is also the account's lock: whatever may widen or re-limit
-- an account takes this row before any row below it. Null limits mean the default of the settings.
CREATE TABLE account_limit (
    account_id           uuid           PRIMARY KEY,
    max_account_exposure numeric(38, 18) CHECK (max_account_exposure >= 0),
    max_open_orders      integer        CHECK (max_open_orders >= 0),
    version              bigint         NOT NULL DEFAULT 0
);

CREATE TABLE instrument_limit (
    account_id              uuid           NOT NULL,
    instrument_id           text           NOT NULL,
    max_position_quantity   numeric(38, 18) CHECK (max_position_quantity >= 0),
    max_instrument_exposure numeric(38, 18) CHECK (max_instrument_exposure >= 0),
    price_collar_percent    numeric(38, 18) CHECK (price_collar_percent >= 0),
    version                 bigint         NOT NULL,
    PRIMARY KEY (account_id, instrument_id)
);

-- Every change of a limit, written in the change's own transaction and never altered.
CREATE TABLE limit_change (
    change_id     uuid        PRIMARY KEY,
    account_id    uuid        NOT NULL,
    instrument_id text,
    version       bigint      NOT NULL,
    changed_by    text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    before        jsonb       NOT NULL,
    after         jsonb       NOT NULL
);
REVOKE UPDATE, DELETE ON limit_change FROM ${app_role};
CREATE UNIQUE INDEX limit_change_version ON limit_change (account_id, coalesce(instrument_id, ''), version);

-- Net position of one account in one instrument as order events say, and how far they were applied. Locked by every
-- reservation and every event of its key.
CREATE TABLE instrument_exposure (
    account_id         uuid           NOT NULL,
    instrument_id      text           NOT NULL,
    position_quantity  numeric(38, 18) NOT NULL DEFAULT 0,
    last_price         numeric(38, 18),
    quote_asset        text,
    last_event_number  bigint         NOT NULL DEFAULT 0,
    as_of              timestamptz,
    parked             boolean        NOT NULL DEFAULT false,
    -- Set while the row is being computed anew: complete again once this event number is applied.
    rebuild_until      bigint,
    PRIMARY KEY (account_id, instrument_id)
);
-- Written by every event: room on the page keeps the new version beside the old one.
ALTER TABLE instrument_exposure SET (fillfactor = 50);
CREATE INDEX instrument_exposure_rebuilding ON instrument_exposure (account_id) WHERE rebuild_until IS NOT NULL;

-- What risk knows of one order: its answer, how much of it still counts, and how far its events were applied.
-- Kept for ever, like the order itself: a repeated question must get the first answer.
CREATE TABLE booked_order (
    order_id          uuid           PRIMARY KEY,
    account_id        uuid           NOT NULL,
    instrument_id     text           NOT NULL,
    client_order_id   text           NOT NULL,
    side              text           NOT NULL,
    quantity          numeric(38, 18) NOT NULL,
    reserved_price    numeric(38, 18) NOT NULL,
    outcome           text,
    denial_reason     text,
    denial_context    text,
    status            text,
    filled_quantity   numeric(38, 18) NOT NULL,
    held_quantity     numeric(38, 18) NOT NULL CHECK (held_quantity >= 0),
    last_event_number bigint         NOT NULL,
    booked_at         timestamptz    NOT NULL
);
ALTER TABLE booked_order SET (fillfactor = 70);
CREATE UNIQUE INDEX booked_order_answered ON booked_order (account_id, client_order_id) WHERE outcome IS NOT NULL;
CREATE INDEX booked_order_held ON booked_order (account_id, instrument_id) WHERE held_quantity > 0;
CREATE INDEX booked_order_of_key ON booked_order (account_id, instrument_id);
