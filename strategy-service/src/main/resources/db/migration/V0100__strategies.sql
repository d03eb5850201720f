-- What users have saved. A row is the strategy as it is now; its definition stands in its newest version.
CREATE TABLE strategies (
    id          uuid        PRIMARY KEY,
    owner       text        NOT NULL,
    name        text        NOT NULL,
    kind        text        NOT NULL,
    auto_update boolean     NOT NULL,
    version     integer     NOT NULL,
    archived_at timestamptz,
    -- A save that is repeated with its key finds what it saved.
    save_key    text        NOT NULL,
    save_hash   text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (owner, save_key)
);
CREATE INDEX strategies_of_owner ON strategies (owner, id DESC);

-- Every save as it was.
CREATE TABLE strategy_versions (
    strategy_id uuid        NOT NULL REFERENCES strategies (id),
    version     integer     NOT NULL,
    name        text        NOT NULL,
    parameters  jsonb       NOT NULL,
    auto_update boolean     NOT NULL,
    saved_by    text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (strategy_id, version)
);
REVOKE UPDATE, DELETE ON strategy_versions FROM ${app_role};
