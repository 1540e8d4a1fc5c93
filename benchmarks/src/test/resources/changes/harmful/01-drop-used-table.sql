-- rule: used-table
-- subject: plan.slots
-- services: booking, plan
-- line: 5
DROP TABLE plan.slots;
