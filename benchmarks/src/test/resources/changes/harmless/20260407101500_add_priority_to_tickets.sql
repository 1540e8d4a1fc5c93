-- options: --ddl FILE --schema backoffice
ALTER TABLE `tickets` ADD `priority` int DEFAULT 0 NOT NULL;
CREATE INDEX `index_tickets_on_priority_and_created_at` ON `tickets` (`priority`, `created_at`);
INSERT INTO `schema_migrations` (version) VALUES ('20260407101500');
