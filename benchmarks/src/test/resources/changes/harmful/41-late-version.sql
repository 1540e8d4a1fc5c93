-- rule: broken-migration
-- subject: V3__late.sql
-- services:
-- file: V3__late.sql
-- options: --ddl FILE --schema booking
-- line: 1
ALTER TABLE answer_options ADD COLUMN hint varchar(60) NULL;
