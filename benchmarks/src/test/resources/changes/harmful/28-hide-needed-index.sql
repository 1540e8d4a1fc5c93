-- rule: used-index
-- subject: plan.slots.ix_slots_plan_start
-- services: booking, plan
-- line: 5
ALTER TABLE plan.slots ALTER INDEX ix_slots_plan_start INVISIBLE;
