-- A market in candles of one length, and sums over its candles, kept by whoever changes them. The row is the series' lock: whatever changes
-- its candles takes it first, so the sums are right and events of one series are left in the outbox in order.
CREATE TABLE candle_series (
    id              integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    venue           text        NOT NULL,
    symbol          text        NOT NULL,
    market_epoch    text        NOT NULL,
    timeframe       text        NOT NULL,
    candles         bigint      NOT NULL DEFAULT 0,
    gaps            bigint      NOT NULL DEFAULT 0,
    first_open_time timestamptz,
    last_open_time  timestamptz,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (venue, symbol, market_epoch, timeframe)
);

-- Every candle once: its series stands for venue, instrument, market epoch and timeframe. There is no foreign key, which would be looked up
-- for each of half a million rows; series are never deleted. The close time follows from the open time.
CREATE TABLE candle (
    series_id              integer         NOT NULL,
    open_time              timestamptz     NOT NULL,
    open_price             numeric(38, 18) NOT NULL,
    high_price             numeric(38, 18) NOT NULL,
    low_price              numeric(38, 18) NOT NULL,
    close_price            numeric(38, 18) NOT NULL,
    volume                 numeric(38, 18) NOT NULL,
    quote_volume           numeric(38, 18) NOT NULL,
    trade_count            bigint          NOT NULL,
    taker_buy_volume       numeric(38, 18) NOT NULL,
    taker_buy_quote_volume numeric(38, 18) NOT NULL,
    PRIMARY KEY (series_id, open_time)
) PARTITION BY RANGE (open_time);

-- A year each. All are made here, because the service's role may not make tables; the years before and after share the last one.
DO $$
BEGIN
    FOR year IN 2013 .. 2036 LOOP
        EXECUTE format('CREATE TABLE candle_%s PARTITION OF candle FOR VALUES FROM (%L) TO (%L)',
                       year, year || '-01-01 00:00:00+00', year + 1 || '-01-01 00:00:00+00');
    END LOOP;
END $$;
CREATE TABLE candle_other_years PARTITION OF candle DEFAULT;
