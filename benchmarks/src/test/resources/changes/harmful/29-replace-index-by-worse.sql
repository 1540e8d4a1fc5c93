-- rule: used-index
-- subject: review.reviews.ix_reviews_plan
-- services: ranking, rating, review
-- line: 6
ALTER TABLE review.reviews
  DROP INDEX ix_reviews_plan,
  ADD INDEX ix_reviews_created_plan (created_at, plan_id);
