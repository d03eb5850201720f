-- What is in flight is open as well: the index of open orders serves both, and each claim has one entry less to write.
DROP INDEX orders_in_flight;
