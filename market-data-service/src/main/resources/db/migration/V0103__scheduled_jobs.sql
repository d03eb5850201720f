-- Work that one replica does for all: who does it, and when it is due again. A replica that dies leaves a lease that runs out.
CREATE TABLE scheduled_job (
    name        text        PRIMARY KEY,
    owner       text        NOT NULL,
    lease_until timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    started_at  timestamptz NOT NULL DEFAULT now(),
    ended_at    timestamptz
);
