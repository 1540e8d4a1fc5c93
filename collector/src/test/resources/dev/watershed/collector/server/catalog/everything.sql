CREATE TABLE members (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  email varchar(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'geheim@x.jp' COMMENT 'geheim',
  name varchar(64) NULL DEFAULT NULL,
  status enum('Y','N','it''s') NOT NULL DEFAULT 'Y',
  tags set('a','b') DEFAULT 'a',
  points int NOT NULL DEFAULT 7345,
  debt int DEFAULT -7345,
  bits bit(3) DEFAULT b'101',
  price decimal(10,2) unsigned DEFAULT 7345.50,
  created timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  changed datetime(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
  hidden int INVISIBLE DEFAULT 7345,
  name_length int GENERATED ALWAYS AS (length(name) + 7345) VIRTUAL,
  name_kept int GENERATED ALWAYS AS (length(concat(name, 'geheim'))) STORED,
  raw_bytes varbinary(16),
  code char(3) NOT NULL,
  note text,
  computed varchar(40) DEFAULT (concat('geheim', "it's \\ geheim")),
  PRIMARY KEY (id),
  UNIQUE KEY email (email),
  KEY name (name(10)),
  KEY points_price (points DESC, price),
  FULLTEXT KEY note (note),
  KEY name_length (name_length) COMMENT 'geheim',
  CONSTRAINT enough CHECK (points > 3 AND name <> 'geheim\\''s')
) ENGINE=InnoDB AUTO_INCREMENT=42 DEFAULT CHARSET=utf8mb4 COMMENT='geheim';;
CREATE TABLE orders (
  id int NOT NULL,
  member bigint unsigned,
  kind char(1) DEFAULT 'x',
  PRIMARY KEY (id),
  KEY member (member),
  CONSTRAINT orders_member FOREIGN KEY (member) REFERENCES members (id) ON DELETE CASCADE ON UPDATE SET NULL
) ROW_FORMAT=COMPRESSED;;
CREATE TABLE order_lines (
  line int NOT NULL,
  ordered int NOT NULL,
  PRIMARY KEY (ordered, line),
  CONSTRAINT plain FOREIGN KEY (ordered) REFERENCES orders (id),
  CONSTRAINT strict FOREIGN KEY (line) REFERENCES orders (id) ON DELETE RESTRICT ON UPDATE NO ACTION
);;
CREATE TABLE by_range (id int, year int, PRIMARY KEY (id, year))
  PARTITION BY RANGE (year + 1) (PARTITION old VALUES LESS THAN (7345), PARTITION rest VALUES LESS THAN MAXVALUE);;
CREATE TABLE by_date (id int, day date, PRIMARY KEY (id, day))
  PARTITION BY RANGE COLUMNS (day) SUBPARTITION BY HASH (id) SUBPARTITIONS 2
  (PARTITION old VALUES LESS THAN ('2020-01-01'), PARTITION rest VALUES LESS THAN (MAXVALUE));;
CREATE TABLE by_list (id int, kind int, PRIMARY KEY (id, kind))
  PARTITION BY LIST (kind) (PARTITION a VALUES IN (7345, 2), PARTITION b VALUES IN (3));;
CREATE TABLE by_key (id int PRIMARY KEY) PARTITION BY LINEAR KEY () PARTITIONS 3;;
CREATE TABLE in_memory (id int, KEY id (id) USING HASH) ENGINE=MEMORY;;
CREATE TABLE places (area geometry NOT NULL, SPATIAL KEY area (area));;
CREATE TABLE `order-items ä` (id smallint PRIMARY KEY);;
CREATE VIEW rich AS SELECT id, email FROM members WHERE name = 'geheim''s' AND points > 7345;;
CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW plain_view (a, b) AS SELECT id, email FROM members;;
CREATE TRIGGER first_insert BEFORE INSERT ON members FOR EACH ROW BEGIN SET NEW.name = 'geheim'; /* geheim */ END;;
CREATE TRIGGER second_insert BEFORE INSERT ON members FOR EACH ROW SET NEW.points = 7345;;
CREATE TRIGGER after_delete AFTER DELETE ON orders FOR EACH ROW DELETE FROM members WHERE id = OLD.member;;
CREATE PROCEDURE fill(IN a int, OUT b varchar(20), INOUT c decimal(5,2)) MODIFIES SQL DATA SQL SECURITY INVOKER COMMENT 'geheim'
  BEGIN SELECT 'geheim'; INSERT INTO orders VALUES (7345, a, 'c'); END;;
CREATE FUNCTION shout(a varchar(9)) RETURNS varchar(30) DETERMINISTIC RETURN concat(a, 'geheim');;
CREATE FUNCTION fill() RETURNS int READS SQL DATA RETURN (SELECT count(*) FROM orders);;
CREATE EVENT clean ON SCHEDULE EVERY 5 DAY STARTS '2026-01-01 00:00:00' DISABLE DO DELETE FROM orders WHERE kind = 'geheim';;
CREATE EVENT once ON SCHEDULE AT '2036-01-01 00:00:00' DO DELETE FROM orders WHERE id = 7345;;
CREATE EVENT often ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2026-01-01 00:00:00' ENDS '2036-01-01 00:00:00' DO DELETE FROM orders;;
CREATE TABLE flyway_schema_history (
  installed_rank int NOT NULL PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL,
  script varchar(1000) NOT NULL, checksum int, installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  execution_time int NOT NULL, success tinyint(1) NOT NULL);;
INSERT INTO flyway_schema_history VALUES (1, '1', 'init', 'SQL', 'V1__init.sql', 1, 'geheim', '2026-01-01 00:00:00', 1, 1);;
INSERT INTO flyway_schema_history VALUES (2, '2.1', 'add orders', 'SQL', 'V2_1__orders.sql', 1, 'geheim', '2026-01-02 03:04:05', 1, 0);;
INSERT INTO members (email, code, points, name) VALUES ('a', 'a', 9, 'c'), ('b', 'b', 9, 'd'), ('c', 'c', 10, 'd');;
ANALYZE TABLE members, orders, by_key;;
