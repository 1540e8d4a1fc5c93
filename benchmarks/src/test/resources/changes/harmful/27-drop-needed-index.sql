-- rule: used-index
-- subject: booking.bookings.ix_bookings_member_created
-- services: booking, checkin
-- line: 5
DROP INDEX ix_bookings_member_created ON booking.bookings;
