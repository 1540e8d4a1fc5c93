# Views, triggers and routines: a paragraph each, every name with its schema.

CREATE VIEW plan.published_plans AS SELECT p.id, p.title, p.price, b.name AS base_name, b.area_id
FROM plan.plans p JOIN plan.bases b ON b.id = p.base_id WHERE p.is_published = 1

CREATE VIEW booking.open_bookings AS SELECT id, code, member_id, plan_id, amount FROM booking.bookings
WHERE status IN ('requested', 'confirmed')

CREATE VIEW review.shown_reviews AS SELECT id, plan_id, member_id, stars, body, created_at FROM review.reviews
WHERE state = 'shown'

CREATE TRIGGER member.tr_members_audit AFTER UPDATE ON member.members FOR EACH ROW
INSERT INTO member.member_audits (member_id, old_status, new_status, changed_at)
VALUES (NEW.id, OLD.status, NEW.status, NOW())

CREATE TRIGGER booking.tr_bookings_audit AFTER UPDATE ON booking.bookings FOR EACH ROW
INSERT INTO booking.booking_audits (booking_id, old_status, new_status, changed_at)
VALUES (NEW.id, OLD.status, NEW.status, NOW())

CREATE TRIGGER review.tr_reviews_totals AFTER INSERT ON review.reviews FOR EACH ROW
UPDATE review.rating_totals SET stars_sum = stars_sum + NEW.stars, reviews = reviews + 1, updated_at = NOW()
WHERE id = NEW.plan_id

CREATE PROCEDURE payment.close_payout (IN payout BIGINT UNSIGNED)
BEGIN
  UPDATE payment.payouts SET state = 'paid' WHERE id = payout;
  INSERT INTO payment.ledger_entries (payment_id, account_code, debit, credit, booked_on)
  SELECT 1, 130, amount, 0, NOW() FROM payment.payouts WHERE id = payout;
END

CREATE PROCEDURE backoffice.close_ticket (IN ticket BIGINT UNSIGNED)
BEGIN
  UPDATE backoffice.tickets SET state = 'closed' WHERE id = ticket;
END
