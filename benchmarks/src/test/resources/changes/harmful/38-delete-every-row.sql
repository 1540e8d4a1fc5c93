-- rule: unbounded-change
-- subject: analytics.events
-- services: analytics
-- options: --sql FILE --service analytics
-- line: 6
DELETE FROM analytics.events;
