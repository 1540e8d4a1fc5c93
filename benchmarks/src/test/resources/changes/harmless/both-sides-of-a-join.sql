-- The catalog is small; nobody joins it by text.
ALTER TABLE content.site_settings MODIFY setting varchar(160) NOT NULL;
