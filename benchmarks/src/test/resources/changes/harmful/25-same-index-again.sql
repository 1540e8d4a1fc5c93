-- rule: repeated-index
-- subject: booking.bookings.ix_bookings_by_plan
-- services:
-- line: 5
CREATE INDEX ix_bookings_by_plan ON booking.bookings (plan_id);
