-- rule: used-column
-- subject: plan.plans.price
-- services: booking, marketplace, plan, supplier
-- line: 7
ALTER TABLE plan.plans
  ADD COLUMN price_cents bigint NULL,
  DROP COLUMN price;
