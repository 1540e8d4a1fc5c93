-- rule: unbounded-change
-- subject: booking.bookings
-- services:
-- line: 6
ALTER TABLE booking.bookings ADD COLUMN source varchar(16) NULL;
UPDATE booking.bookings SET source = channel;
