-- rule: new-scan
-- subject: booking.bookings
-- services: booking
-- options: --sql FILE --service booking
-- line: 6
SELECT id, code FROM booking.bookings WHERE note = 'late' ORDER BY id;
