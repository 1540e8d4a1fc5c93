USE analytics;
CREATE TABLE scratch_only (id int);
DROP TABLE scratch_only;
ALTER TABLE analytics.daily_plan_stats ADD COLUMN clicks bigint NOT NULL DEFAULT 0;
