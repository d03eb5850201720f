-- Until here, by the venue's time, the balances that were published hold everything, also trades on instruments we had no order on.
alter table reconciliation_run add column balances_proven_until timestamptz;
