-- rule: foreign-key-owner
-- subject: payment.payments.fk_payments_booking
-- services: booking, payment
-- line: 6
ALTER TABLE payment.payments
  ADD CONSTRAINT fk_payments_booking FOREIGN KEY (booking_id) REFERENCES booking.bookings (id);
