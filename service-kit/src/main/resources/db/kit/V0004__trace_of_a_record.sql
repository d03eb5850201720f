-- What the transaction was part of, in the form of the W3C header; empty where nothing is traced.
ALTER TABLE outbox ADD COLUMN trace_parent text;
