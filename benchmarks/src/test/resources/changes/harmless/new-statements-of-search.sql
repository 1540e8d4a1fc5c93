-- options: --sql FILE --service review
SELECT stars, COUNT(*) FROM review.reviews WHERE plan_id = 7 GROUP BY stars;
SELECT id, path FROM content.photos WHERE owner_type = 'review' AND owner_id = 9;
