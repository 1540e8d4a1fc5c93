-- rule: blocking-ddl
-- subject: booking.bookings
-- services: booking, cancellation, checkin, coupon, payment
-- line: 5
ALTER TABLE booking.bookings MODIFY amount bigint NOT NULL;
