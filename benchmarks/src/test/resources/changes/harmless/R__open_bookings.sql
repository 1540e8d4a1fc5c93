-- options: --ddl FILE --schema booking
CREATE OR REPLACE VIEW open_bookings AS
  SELECT id, code, member_id, plan_id, amount, created_at
  FROM bookings
  WHERE status IN ('requested', 'confirmed');
