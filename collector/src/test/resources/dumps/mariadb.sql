CREATE DATABASE harbour DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
USE harbour;
CREATE SEQUENCE berth_numbers START WITH 100 INCREMENT BY 10;
CREATE TABLE boats (
  id int(11) unsigned NOT NULL AUTO_INCREMENT,
  number bigint(20) NOT NULL DEFAULT nextval(berth_numbers),
  name varchar(60) NOT NULL,
  registry uuid DEFAULT NULL,
  address inet6 DEFAULT NULL,
  address4 inet4 DEFAULT NULL,
  extra json DEFAULT NULL,
  flag tinyint(1) NOT NULL DEFAULT 0,
  depth decimal(6,2) DEFAULT NULL CHECK (depth > 0),
  mark varchar(20) CHARACTER SET latin1 NOT NULL DEFAULT 'none',
  hidden int(11) INVISIBLE DEFAULT 7,
  doubled decimal(8,2) GENERATED ALWAYS AS (depth * 2) VIRTUAL,
  kept varchar(70) GENERATED ALWAYS AS (concat(name, '-x')) STORED,
  shapes geometrycollection DEFAULT NULL,
  note text COMPRESSED,
  body text DEFAULT NULL,
  created timestamp NOT NULL DEFAULT current_timestamp(),
  updated datetime(3) DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3),
  PRIMARY KEY (id),
  UNIQUE KEY long_body (body) USING HASH,
  KEY by_name (name(10), created DESC),
  KEY unused (flag) IGNORED,
  KEY by_kept (kept) COMMENT 'x',
  FULLTEXT KEY words (name),
  CONSTRAINT named CHECK (flag in (0,1))
) ENGINE=InnoDB COMMENT='boats';
CREATE TABLE stays (
  id int NOT NULL, boat int(11) unsigned NOT NULL, since date, PRIMARY KEY (id),
  CONSTRAINT stays_boat FOREIGN KEY (boat) REFERENCES boats (id) ON DELETE CASCADE
) ENGINE=InnoDB;
CREATE TABLE prices (id int PRIMARY KEY, price int) WITH SYSTEM VERSIONING;
CREATE TABLE log_lines (id int NOT NULL, day date NOT NULL, PRIMARY KEY (id, day)) ENGINE=Aria
PARTITION BY RANGE (to_days(day)) (PARTITION p1 VALUES LESS THAN (740000), PARTITION p2 VALUES LESS THAN MAXVALUE);
CREATE TABLE plain (a varchar(10) COLLATE utf8mb4_bin, b char(3) BINARY) CHARSET=latin1;
CREATE OR REPLACE SQL SECURITY INVOKER VIEW big_boats AS SELECT id, name AS boat FROM boats WHERE depth > 3 WITH CHECK OPTION;
DELIMITER ;;
CREATE TRIGGER boats_insert BEFORE INSERT ON boats FOR EACH ROW BEGIN SET NEW.mark = 'a;b'; END;;
CREATE TRIGGER boats_insert_2 BEFORE INSERT ON boats FOR EACH ROW SET NEW.flag = 1;;
CREATE PROCEDURE leave_berth(IN boat int(11), OUT left_at datetime) READS SQL DATA BEGIN SELECT now() INTO left_at; END;;
CREATE FUNCTION feet(metres double) RETURNS double DETERMINISTIC RETURN metres * 3.28;;
CREATE EVENT tidy ON SCHEDULE EVERY 2 HOUR DO DELETE FROM log_lines;;
DELIMITER ;
