ALTER TABLE orders ADD INDEX folded ((lower(concat(kind, 'geheim'))), id DESC) INVISIBLE;;
ALTER TABLE orders ADD CONSTRAINT lax CHECK (kind <> 'geheim') NOT ENFORCED;;
CREATE TABLE documents (id int PRIMARY KEY, body json, KEY tags ((CAST(body->'$.geheim' AS UNSIGNED ARRAY))));;
ANALYZE TABLE members UPDATE HISTOGRAM ON points WITH 4 BUCKETS;;
