-- rule: used-column
-- subject: payment.payments.state
-- services: booking, payment
-- line: 5
ALTER TABLE payment.payments RENAME COLUMN state TO status;
