package dev.watershed.cli.privacy;

import java.util.Set;

/** What mysqldump writes of a schema whose definitions hold personal data in each place. */
final class PlantedDump {

  /** Comments, rows, connections of federated tables, folders, and what cannot be read. */
  static final Set<String> NEVER_KEPT =
      Set.of(
          "columncomment",
          "connectionpassword",
          "connectionuser",
          "cutdump",
          "directory",
          "dropquoted",
          "dumpdate",
          "dumphead",
          "dumpnote",
          "dumpnumber",
          "dumprow",
          "eventcomment",
          "functioncomment",
          "indexcomment",
          "partitioncomment",
          "refused",
          "refusednumber",
          "refusednumbersecond",
          "refusedsecond",
          "refusedthird",
          "routinecomment",
          "tablecomment",
          "triggercomment",
          "whatever");

  private PlantedDump() {}

  static String of(Plants plants) {
    return """
        -- MySQL dump 10.13  Distrib 9.7.4, for Linux (x86_64)
        -- by %s
        CREATE DATABASE shop;
        USE shop;
        CREATE TABLE members (
          id bigint NOT NULL AUTO_INCREMENT,
          email varchar(190) NOT NULL DEFAULT '%s' COMMENT '%s',
          born date DEFAULT '%s',
          note text DEFAULT (concat('%s', email)),
          grp bigint DEFAULT %d,
          bits bit(63) DEFAULT b'%s',
          shown varchar(200) GENERATED ALWAYS AS (concat(email, '%s', %d)) VIRTUAL,
          PRIMARY KEY (id),
          UNIQUE KEY by_email (email) COMMENT '%s',
          KEY by_part ((concat(email, '%s'))),
          CONSTRAINT checked CHECK (email <> '%s' and grp < %d)
        ) ENGINE=InnoDB COMMENT='%s';
        CREATE TABLE pl4nttable (
          id bigint NOT NULL, email varchar(190) NOT NULL DEFAULT '', PRIMARY KEY (id));
        CREATE TABLE bylist (email varchar(40) NOT NULL)
          PARTITION BY LIST COLUMNS (email) (
            PARTITION p0 VALUES IN ('%s', '%s') COMMENT = '%s',
            PARTITION p1 VALUES IN ('b'));
        CREATE TABLE byrange (email varchar(40) NOT NULL, id bigint NOT NULL)
          PARTITION BY RANGE COLUMNS (email, id) (
            PARTITION p0 VALUES LESS THAN ('%s', %d),
            PARTITION p1 VALUES LESS THAN (MAXVALUE, MAXVALUE));
        CREATE TABLE byhash (id bigint NOT NULL) PARTITION BY HASH (id + %d) PARTITIONS 4;
        CREATE TABLE elsewhere (id bigint NOT NULL) ENGINE=FEDERATED
          CONNECTION='mysql://%s:%s@10.1.1.1/shop/elsewhere';
        CREATE TABLE placed (id bigint NOT NULL) DATA DIRECTORY='/home/%s/';
        INSERT INTO members VALUES (1, '%s', '%s', '%s', %d, 0, NULL);
        CREATE VIEW seen AS SELECT id, '%s' AS who FROM members WHERE email = "%s" AND id < %d;
        CREATE VIEW broken AS SELECT id FROM members WHERE = = '%s';
        DELIMITER ;;
        CREATE TRIGGER fires AFTER INSERT ON members FOR EACH ROW
          INSERT INTO pl4nttable VALUES (%d, '%s') /* %s */;;
        CREATE PROCEDURE forget(IN who varchar(90)) COMMENT '%s'
          BEGIN -- %s
            DECLARE x varchar(90) DEFAULT '%s';
            UPDATE members SET email = '%s' WHERE email = who;
          END;;
        CREATE FUNCTION gives() RETURNS varchar(90) DETERMINISTIC COMMENT '%s' RETURN '%s';;
        CREATE EVENT cleans ON SCHEDULE EVERY 1 DAY STARTS '%s 00:00:00' COMMENT '%s'
          DO DELETE FROM members WHERE email = '%s';;
        DELIMITER ;
        CREATE TABLE refused (id bigint, a varchar(9) DEFAULT '%s' '%s' WHAT IS THIS '%s');
        CREATE TABLE alsorefused (id bigint DEFAULT %d %d);
        WHATEVER '%s' AND THEN;
        ALTER TABLE members ADD COLUMN late varchar(90) DEFAULT '%s';
        ALTER TABLE members DROP COLUMN '%s';
        CREATE TABLE cut (id bigint, a varchar(90) DEFAULT '%s"""
        .formatted(
            plants.mail("dumphead"),
            plants.mail("default"),
            plants.mail("columncomment"),
            plants.date("datedefault"),
            plants.mail("expressiondefault"),
            plants.number("numberdefault"),
            "101",
            plants.mail("generated"),
            plants.number("generatednumber"),
            plants.mail("indexcomment"),
            plants.mail("indexpart"),
            plants.mail("check"),
            plants.number("checknumber"),
            plants.mail("tablecomment"),
            plants.mail("listbound"),
            plants.mail("listboundsecond"),
            plants.mail("partitioncomment"),
            plants.mail("rangebound"),
            plants.number("rangenumber"),
            plants.number("hashnumber"),
            plants.name("connectionuser"),
            plants.name("connectionpassword"),
            plants.name("directory"),
            plants.mail("dumprow"),
            plants.date("dumpdate"),
            plants.mail("dumpnote"),
            plants.number("dumpnumber"),
            plants.mail("viewcolumn"),
            plants.mail("viewdouble"),
            plants.number("viewnumber"),
            plants.mail("brokenview"),
            plants.number("triggernumber"),
            plants.mail("trigger"),
            plants.mail("triggercomment"),
            plants.mail("routinecomment"),
            plants.mail("bodycomment"),
            plants.mail("declared"),
            plants.mail("body"),
            plants.mail("functioncomment"),
            plants.mail("functionbody"),
            plants.date("starts"),
            plants.mail("eventcomment"),
            plants.mail("eventbody"),
            plants.mail("refused"),
            plants.mail("refusedsecond"),
            plants.mail("refusedthird"),
            plants.number("refusednumber"),
            plants.number("refusednumbersecond"),
            plants.mail("whatever"),
            plants.mail("lateadded"),
            plants.mail("dropquoted"),
            plants.mail("cutdump"));
  }
}
