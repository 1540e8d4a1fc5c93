-- rule: used-table
-- subject: content.site_settings
-- services: analytics, article, backoffice, banner, fraud, message, movie, notification, partner, photo, push, ranking, rating, recommendation, review, search, suggest, support
-- line: 5
DROP TABLE content.site_settings;
