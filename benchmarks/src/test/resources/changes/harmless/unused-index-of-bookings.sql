ALTER TABLE booking.bookings DROP INDEX ix_bookings_channel;
