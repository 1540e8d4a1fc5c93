-- rule: used-column
-- subject: booking.bookings.amount
-- services: booking, cancellation, checkin, coupon, payment
-- line: 6
-- checkin reads it through booking.open_bookings only.
ALTER TABLE booking.bookings DROP COLUMN amount;
