-- rule: used-column
-- subject: backoffice.tickets.subject
-- services: support
-- line: 6
USE backoffice;
ALTER TABLE `tickets` DROP `subject`;
INSERT INTO `schema_migrations` (version) VALUES ('20260401120000');
