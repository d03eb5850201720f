-- Which replica may speak to the venue for an account. Claims lock the row in share mode; renewal and takeover update it.
CREATE TABLE venue_session (
    account_id  uuid PRIMARY KEY,
    owner       text        NOT NULL,
    address     text        NOT NULL,
    fence       bigint      NOT NULL,
    lease_until timestamptz NOT NULL
) WITH (fillfactor = 50);
