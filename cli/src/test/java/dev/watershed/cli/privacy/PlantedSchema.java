package dev.watershed.cli.privacy;

import dev.watershed.sql.live.Product;
import java.util.ArrayList;
import java.util.List;

/**
 * Definitions and rows of a schema on a live server that hold personal data in each place. No table
 * counts its rows by AUTO_INCREMENT, whose next value is a figure of the catalog.
 */
final class PlantedSchema {

  /** The schema. */
  static final String NAME = "redaction_shop";

  private PlantedSchema() {}

  /** The statements that make it, in order, for an account with every privilege. */
  static List<String> of(Plants plants, Product product) {
    List<String> made = new ArrayList<>();
    made.add("DROP DATABASE IF EXISTS " + NAME);
    made.add("CREATE DATABASE " + NAME + " DEFAULT CHARACTER SET utf8mb4");
    made.add("USE " + NAME);
    made.addAll(tables(plants));
    made.addAll(programs(plants));
    made.add(
        "INSERT INTO members (id, email, born, note, grp) VALUES (1, '"
            + plants.mail("row")
            + "', '"
            + plants.date("rowdate")
            + "', '"
            + plants.name("rownote")
            + "', "
            + plants.number("rownumber")
            + ")");
    made.add(
        product == Product.MYSQL
            ? "ANALYZE TABLE members UPDATE HISTOGRAM ON email, grp, born WITH 8 BUCKETS"
            : "ANALYZE TABLE members PERSISTENT FOR ALL");
    return made;
  }

  private static List<String> tables(Plants plants) {
    return List.of(
        "CREATE TABLE members (id bigint NOT NULL, email varchar(120) NOT NULL"
            + " DEFAULT '"
            + plants.mail("default")
            + "' COMMENT '"
            + plants.mail("columncomment")
            + "', born date DEFAULT '"
            + plants.date("datedefault")
            + "', note varchar(200) DEFAULT (concat('"
            + plants.mail("expressiondefault")
            + "', 'b')), grp bigint DEFAULT "
            + plants.number("numberdefault")
            + ", shown varchar(200) GENERATED ALWAYS AS (concat(email, '"
            + plants.mail("generated")
            + "')) VIRTUAL, PRIMARY KEY (id), UNIQUE KEY by_email (email) COMMENT '"
            + plants.mail("indexcomment")
            + "', CONSTRAINT checked CHECK (email <> '"
            + plants.mail("check")
            + "')) COMMENT='"
            + plants.mail("tablecomment")
            + "'",
        "CREATE TABLE pl4nttable_1 (id bigint NOT NULL PRIMARY KEY, email varchar(90))",
        "CREATE TABLE bylist (email varchar(90) NOT NULL) PARTITION BY LIST COLUMNS (email)"
            + " (PARTITION p0 VALUES IN ('"
            + plants.mail("listbound")
            + "', 'b') COMMENT = '"
            + plants.mail("partitioncomment")
            + "')",
        "CREATE TABLE byrange (email varchar(90) NOT NULL, id bigint NOT NULL)"
            + " PARTITION BY RANGE COLUMNS (email, id) (PARTITION p0 VALUES LESS THAN ('"
            + plants.mail("rangebound")
            + "', "
            + plants.number("rangenumber")
            + "))");
  }

  private static List<String> programs(Plants plants) {
    return List.of(
        "CREATE VIEW seen AS SELECT id, '"
            + plants.mail("viewcolumn")
            + "' AS who FROM members WHERE email = '"
            + plants.mail("view")
            + "' AND grp < "
            + plants.number("viewnumber"),
        "CREATE TRIGGER fires AFTER INSERT ON members FOR EACH ROW INSERT INTO pl4nttable_1"
            + " VALUES (NEW.id, '"
            + plants.mail("trigger")
            + "') /* "
            + plants.mail("triggercomment")
            + " */",
        "CREATE PROCEDURE forget(IN who varchar(90)) COMMENT '"
            + plants.mail("routinecomment")
            + "' BEGIN DECLARE x varchar(90) DEFAULT '"
            + plants.mail("declared")
            + "'; UPDATE members SET email = '"
            + plants.mail("body")
            + "' WHERE email = who; END",
        "CREATE FUNCTION gives() RETURNS varchar(90) DETERMINISTIC NO SQL RETURN '"
            + plants.mail("functionbody")
            + "'",
        "CREATE EVENT cleans ON SCHEDULE EVERY 1 DAY DISABLE COMMENT '"
            + plants.mail("eventcomment")
            + "' DO DELETE FROM members WHERE email = '"
            + plants.mail("eventbody")
            + "'");
  }
}
