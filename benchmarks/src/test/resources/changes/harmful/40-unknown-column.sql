-- rule: broken-migration
-- subject: 40-unknown-column.sql
-- services:
-- line: 6
ALTER TABLE plan.plans
  DROP COLUMN duration_minutes_old;
