-- The relay reads in the order of ids. An index by bucket only offered a worse way, taken when the table looked small: its dead entries are
-- then walked through once per look.
DROP INDEX outbox_by_bucket;
