-- rule: join-key-type
-- subject: plan.slots.plan_id
-- services: booking
-- line: 5
ALTER TABLE plan.slots MODIFY plan_id varchar(36) NOT NULL;
