-- rule: used-table
-- subject: plan.prices
-- services: price
-- line: 7
USE plan;
CREATE TABLE prices_2 LIKE prices;
RENAME TABLE prices TO prices_1;
