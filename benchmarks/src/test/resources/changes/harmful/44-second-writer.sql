-- rule: new-statement-owners
-- subject: plan.slots
-- services: booking
-- options: --sql FILE --service booking
-- line: 6
UPDATE plan.slots SET capacity = capacity - 1 WHERE id = 7;
