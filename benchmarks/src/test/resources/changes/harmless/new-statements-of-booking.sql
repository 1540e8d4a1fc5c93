-- options: --sql FILE --service booking
SELECT id, code, status FROM booking.bookings WHERE member_id = 5 ORDER BY created_at DESC LIMIT 10;
SELECT COUNT(*) FROM booking.bookings WHERE plan_id = 5;
INSERT INTO booking.participants (booking_id, full_name, age_group) VALUES (1, 'a', 'adult');
UPDATE booking.bookings SET note = 'x' WHERE code = 'B-1';
DELETE FROM booking.reservation_locks WHERE id = 5;
SELECT id, title FROM plan.plans WHERE id IN (1, 2, 3);
