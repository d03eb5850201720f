-- The price an order waits for; null for order types that wait for none, and for orders placed before there were others.
ALTER TABLE orders ADD COLUMN trigger_price numeric(38,18) CHECK (trigger_price > 0);
