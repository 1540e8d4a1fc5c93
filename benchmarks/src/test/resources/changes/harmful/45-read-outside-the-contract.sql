-- rule: new-statement-owners
-- subject: payment.refunds
-- services: coupon
-- severity: warning
-- options: --sql FILE --service coupon
-- line: 7
SELECT id, amount FROM payment.refunds WHERE payment_ref = 'R1';
