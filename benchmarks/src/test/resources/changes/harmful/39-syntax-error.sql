-- rule: broken-migration
-- subject: 39-syntax-error.sql
-- services:
-- line: 7
ALTER TABLE plan.plans
  ADD COLUMN tagline varchar(120) NULL,
  ADD COLUMN rating decimal(3,2) NULL,,
  ADD COLUMN votes int NULL;
