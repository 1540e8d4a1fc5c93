ALTER TABLE plan.prices ADD COLUMN is_high tinyint(1) GENERATED ALWAYS AS (amount > 10000) VIRTUAL;
