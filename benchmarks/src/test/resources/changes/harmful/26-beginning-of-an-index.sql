-- rule: repeated-index
-- subject: review.reviews.ix_reviews_plan_only
-- services:
-- severity: warning
-- line: 6
ALTER TABLE review.reviews ADD INDEX ix_reviews_plan_only (plan_id);
