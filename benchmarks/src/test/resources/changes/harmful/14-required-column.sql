-- rule: required-column
-- subject: payment.payments.currency
-- services: payment
-- line: 5
ALTER TABLE payment.payments ADD COLUMN currency char(3) NOT NULL;
