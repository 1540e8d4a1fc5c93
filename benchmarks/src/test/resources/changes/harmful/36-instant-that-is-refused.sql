-- rule: blocking-ddl
-- subject: plan.prices
-- services: price
-- line: 5
ALTER TABLE plan.prices ADD INDEX ix_prices_valid (valid_from, valid_to), ALGORITHM=INSTANT;
