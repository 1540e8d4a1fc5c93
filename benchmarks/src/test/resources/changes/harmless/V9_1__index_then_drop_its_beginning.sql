-- options: --ddl FILE --schema payment
-- ix_ledger_entries_payment_copy has the columns of ix_ledger_entries_payment.
ALTER TABLE ledger_entries
  DROP INDEX ix_ledger_entries_payment_copy,
  ADD INDEX ix_ledger_entries_account_booked (account_code, booked_on);
