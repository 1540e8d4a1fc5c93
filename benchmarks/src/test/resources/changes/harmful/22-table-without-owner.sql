-- rule: new-table-owner
-- subject: loyalty.tiers
-- services:
-- line: 6
CREATE DATABASE loyalty;
CREATE TABLE loyalty.tiers (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  name varchar(60) NOT NULL,
  PRIMARY KEY (id)
);
ALTER TABLE member.point_counters ADD COLUMN tier_id bigint unsigned NULL;
