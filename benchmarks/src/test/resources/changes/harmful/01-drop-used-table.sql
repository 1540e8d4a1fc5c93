-- rule: used-table
-- subject: plan.plans
-- services: booking, marketplace, plan, supplier
-- line: 5
DROP TABLE plan.plans;
