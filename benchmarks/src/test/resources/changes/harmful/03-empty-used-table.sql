-- rule: used-table
-- subject: market.feature_flags
-- services: marketplace
-- line: 6
-- Flags are read anew by the next release.
TRUNCATE TABLE market.feature_flags;
