-- Changes when a stored candle is changed or removed, or one is added before the last; not when one follows the last. So whoever has read a
-- series knows by one number whether what he has is still what is stored.
ALTER TABLE candle_series ADD COLUMN revision bigint NOT NULL DEFAULT 0;
