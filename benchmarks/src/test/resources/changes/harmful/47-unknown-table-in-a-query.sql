-- rule: unknown-name
-- subject: booking.waiting_list
-- services: booking
-- options: --sql FILE --schema booking --service booking
-- line: 6
SELECT id FROM waiting_list WHERE plan_id = 5;
