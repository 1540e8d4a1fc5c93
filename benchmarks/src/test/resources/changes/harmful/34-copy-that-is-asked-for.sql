-- rule: blocking-ddl
-- subject: payment.ledger_entries
-- services: ledger, payment, payout
-- line: 5
ALTER TABLE payment.ledger_entries ADD COLUMN memo varchar(60) NULL, ALGORITHM=COPY;
