-- rule: keyless-table
-- subject: market.visit_counts
-- services:
-- severity: warning
-- line: 6
CREATE TABLE market.visit_counts (
  page varchar(60) NOT NULL,
  visits int NOT NULL
);
