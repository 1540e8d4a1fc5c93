-- rule: used-table
-- subject: booking.booking_audits
-- services: booking, payment
-- line: 6
-- Nobody reads it; a trigger of booking.bookings fills it.
DROP TABLE IF EXISTS booking.booking_audits;
