-- Every comparison of an account with its venue reads the fills since a moment.
create index fill_since on fill (account_id, occurred_at);
