-- Coupons are shown at the check-in: the code of a booking moves to its own table.
CREATE TABLE booking.booking_codes (
  booking_id BIGINT NOT NULL PRIMARY KEY,
  code VARCHAR(20) NOT NULL,
  UNIQUE KEY uq_code (code)
);
ALTER TABLE booking.bookings DROP COLUMN code;
ALTER TABLE payment.payments ADD COLUMN channel VARCHAR(20) NOT NULL;
CREATE INDEX ix_member_again ON booking.bookings (member_id);
