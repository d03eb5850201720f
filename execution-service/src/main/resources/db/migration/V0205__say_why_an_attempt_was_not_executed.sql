-- Not only that an attempt was certainly not executed, but why: the venue's words, or that it never left.
ALTER TABLE orders ADD COLUMN claim_refusal text;
UPDATE orders SET claim_refusal = 'not recorded' WHERE claim_not_executed;
ALTER TABLE orders DROP COLUMN claim_not_executed;
