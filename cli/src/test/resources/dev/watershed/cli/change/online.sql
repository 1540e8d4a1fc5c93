CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE wide (id int NOT NULL, a int, b int, bb int, c char(10), n int NOT NULL DEFAULT 3, v varchar(20), w varchar(20), big varchar(80), u varchar(10) CHARACTER SET utf8mb3, ui varchar(10) CHARACTER SET utf8mb3, l varchar(10) CHARACTER SET latin1, e enum('a','b'), s set('a','b'), t text, d decimal(10,2), dt datetime, g geometry NOT NULL, pid int, vg int AS (b+1) VIRTUAL, sg int AS (b+1) STORED, PRIMARY KEY (id), KEY kb (bb), KEY kw (w), KEY kui (ui), KEY kp (pid), CONSTRAINT tf FOREIGN KEY (pid) REFERENCES parent (id), CONSTRAINT ck CHECK (n > 0));
CREATE TABLE ranges (id int NOT NULL, a int, PRIMARY KEY (id)) PARTITION BY RANGE (id) (PARTITION p1 VALUES LESS THAN (100), PARTITION p2 VALUES LESS THAN (200));
CREATE TABLE hashed (id int NOT NULL, a int, PRIMARY KEY (id)) PARTITION BY HASH (id) PARTITIONS 3;
CREATE TABLE words (id int PRIMARY KEY, a int, v varchar(20), w varchar(20), FULLTEXT ft (v));
CREATE TABLE packed (id int PRIMARY KEY, a int) ROW_FORMAT=COMPRESSED;
CREATE TABLE squeezed (id int PRIMARY KEY, a int) /*M! PAGE_COMPRESSED=1 PAGE_COMPRESSION_LEVEL=3 */;
CREATE TABLE keyless (id int NOT NULL, a int);
CREATE TABLE plain (id int NOT NULL, a int, v varchar(20), w varchar(20), m varchar(32), n int NOT NULL, PRIMARY KEY (id), KEY kw (w));
