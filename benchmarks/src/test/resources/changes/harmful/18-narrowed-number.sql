-- rule: narrowed-column
-- subject: booking.bookings.people
-- services: booking
-- line: 5
ALTER TABLE booking.bookings MODIFY people tinyint NOT NULL;
