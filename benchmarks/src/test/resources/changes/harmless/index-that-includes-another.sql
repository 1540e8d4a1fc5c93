-- The wider index takes the place of the narrow one.
ALTER TABLE plan.slots
  ADD INDEX ix_slots_plan_start_booked (plan_id, starts_at, booked),
  DROP INDEX ix_slots_plan_start;
