package dev.watershed.cli.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Statements on {@code shop.members (id, email, born, note)} whose literals are personal data: one
 * per form in which a client can write a literal.
 */
final class PlantedStatements {

  private final Plants plants;
  private final List<String> statements = new ArrayList<>();

  private PlantedStatements(Plants plants) {
    this.plants = plants;
  }

  /** All of them, those that the server would refuse at the end. */
  static List<String> of(Plants plants) {
    PlantedStatements all = new PlantedStatements(plants);
    all.strings();
    all.numbersAndTimes();
    all.lists();
    all.comments();
    all.otherStatements();
    all.secrets();
    all.broken();
    return List.copyOf(all.statements);
  }

  private void where(String condition) {
    statements.add("SELECT id AS c" + statements.size() + ", note FROM members WHERE " + condition);
  }

  private void strings() {
    where("email = '" + plants.mail("single") + "'");
    where("email = \"" + plants.mail("double") + "\" AND id = 1");
    where("note = 'O''" + plants.mail("quotepair") + "' AND id = 2");
    where("note = \"say \"\"" + plants.name("doublepair") + "\"\"\" AND id > 3");
    where("note = 'O\\'" + plants.mail("backslash") + "' OR id = 4");
    where("note = 'C:\\\\" + plants.name("endslash") + "\\\\' OR id > 5");
    where("email = N'" + plants.mail("national") + "' OR id < 6");
    where("email = n'" + plants.mail("nationalsmall") + "' OR id <> 6");
    where("email = _utf8mb4'" + plants.mail("introduced") + "' AND id < 7");
    where("email = _latin1 \"" + plants.mail("introducedblank") + "\" AND id <> 7");
    where("email = _utf8mb4 0x" + plants.hex("introducedhex") + " AND note = ''");
    where("email = x'" + plants.hex("hexquoted") + "' AND note > ''");
    where("email = X'" + plants.hex("hexcapital") + "' AND note < ''");
    where("email = 0x" + plants.hex("hexnumber") + " AND note <> ''");
    where("email = b'" + plants.bits("bitsquoted") + "' AND born IS NULL");
    where("email = 0b" + plants.bits("bitsnumber") + " AND born IS NOT NULL");
    where("email = 'a' '" + plants.mail("continued") + "' AND born > 1");
    where("email = 'a'\n  '" + plants.mail("continuedline") + "' AND born < 1");
    where("email LIKE '%" + plants.name("like") + "%'");
    where("email LIKE '%" + plants.name("escape") + "|%' ESCAPE '|'");
    where("email REGEXP '^" + plants.name("regexp") + "' AND id = 8");
    where("MATCH (note) AGAINST ('+" + plants.name("match") + "' IN BOOLEAN MODE)");
    where("note = '{\"name\": \"" + plants.mail("json") + "\"}' AND id = 9 AND born = 1");
    where("note->'$." + plants.name("jsonpath") + "' = 1");
    where("note->>\"$." + plants.name("jsonpathdouble") + "\" = 1");
    where("id = 10 AND note = 'a\nb" + plants.mail("secondline") + "\nc'");
    where("JSON_EXTRACT(note, '$.a') = '" + plants.mail("function") + "'");
    where("note COLLATE utf8mb4_bin = '" + plants.mail("collate") + "'");
    where("CASE id WHEN 1 THEN '" + plants.mail("then") + "' ELSE 'b' END = note");
    statements.add("SELECT '" + plants.mail("selected") + "' AS who, id FROM members");
    statements.add("SELECT id AS '" + plants.name("alias") + "' FROM members LIMIT 3");
    statements.add(
        "SELECT GROUP_CONCAT(id SEPARATOR '" + plants.name("separator") + "') FROM members");
  }

  private void numbersAndTimes() {
    where("id = " + plants.number("number"));
    where("id = -" + plants.number("negative") + " AND id IS NOT NULL");
    where("id > " + plants.number("decimal") + ".75");
    where("id < " + plants.number("exponent") + "e2");
    where("id BETWEEN " + plants.number("from") + " AND " + plants.number("to"));
    where("born = DATE '" + plants.date("date") + "'");
    where("born < TIMESTAMP'" + plants.date("timestamp") + " 10:00:00'");
    where("born > {d '" + plants.date("odbc") + "'}");
    where("born > NOW() - INTERVAL '" + plants.name("interval") + "' DAY");
    statements.add(
        "SELECT id FROM members LIMIT " + plants.number("limit") + ", " + plants.number("rows"));
  }

  private void lists() {
    String mails = "'" + plants.mail("infirst") + "', '" + plants.mail("insecond") + "'";
    where("email IN (" + mails + ")");
    where("(id, email) IN ((" + plants.number("rowid") + ", '" + plants.mail("rowmail") + "'))");
    statements.add("INSERT INTO members (id, email) VALUES (1, '" + plants.mail("insert") + "')");
    StringBuilder rows = new StringBuilder("INSERT INTO members (id, email, note) VALUES ");
    for (int row = 0; row < 12; row++) {
      char letter = (char) ('a' + row);
      rows.append(row == 0 ? "" : ", ")
          .append("(" + plants.number("values" + letter) + ", '")
          .append(plants.mail("rows" + letter) + "', NULL)");
    }
    statements.add(rows.toString());
    statements.add(
        "INSERT INTO members (id, email) VALUES (2, 'a') ON DUPLICATE KEY UPDATE email = '"
            + plants.mail("duplicate")
            + "'");
    statements.add("REPLACE INTO members SET id = 3, email = '" + plants.mail("replace") + "'");
    statements.add(
        "UPDATE members SET email = '"
            + plants.mail("updated")
            + "' WHERE note = '"
            + plants.mail("updatedwhere")
            + "'");
    statements.add("DELETE FROM members WHERE email = '" + plants.mail("deleted") + "'");
  }

  private void comments() {
    where("id = 11 /* " + plants.mail("comment") + " */ AND note = 'a'");
    statements.add("/* " + plants.mail("leading") + " */ SELECT id FROM members WHERE id = 12");
    statements.add("-- " + plants.mail("dashes") + "\nSELECT born FROM members WHERE id = 13");
    statements.add("# " + plants.mail("hash") + "\nSELECT email FROM members WHERE id = 14");
    where("id = 15 -- " + plants.mail("dashesbehind") + "\n AND born = 2");
    where("id = 15 # " + plants.mail("hashbehind") + "\n AND born = 3");
    where("id = 16 /* asked by: " + plants.mail("prose") + ", of Osaka */ AND born = 4");
    where("id = 16 /* controller='coupons',user='" + plants.mail("tag") + "' */ AND born = 5");
    where(
        "id = 16 /*email:"
            + plants.mail("marginalia")
            + ",user:"
            + plants.name("marginaliauser")
            + "*/");
    where("id = 17 /*!80000 AND email = '" + plants.mail("executable") + "' */");
    where("id = 18 /*M!100500 AND email = '" + plants.mail("executablemaria") + "' */");
    where("id = 18 /*! AND email = '" + plants.mail("executableplain") + "' */ AND born = 5");
    statements.add(
        "SELECT /*+ SET_VAR(sort_buffer_size = "
            + plants.number("hintnumber")
            + ") */ id FROM members WHERE born = 6");
    statements.add(
        "SELECT /*+ SET_VAR(optimizer_switch = '"
            + plants.name("hint")
            + "') */ id FROM members WHERE born = 7");
    where("born = 8 /* " + plants.mail("unclosed") + " ");
  }

  private void otherStatements() {
    statements.add("SET @who = '" + plants.mail("variable") + "'");
    statements.add("SET @id := " + plants.number("variablenumber"));
    statements.add("SET SESSION group_concat_max_len = " + plants.number("setting"));
    where("email = @'" + plants.name("variablename") + "'");
    statements.add(
        "PREPARE s FROM 'SELECT id FROM members WHERE email = \""
            + plants.mail("prepared")
            + "\"'");
    statements.add(
        "LOAD DATA LOCAL INFILE '/home/"
            + plants.name("loadfile")
            + ".csv' INTO TABLE members FIELDS TERMINATED BY '"
            + plants.name("terminated")
            + "' SET note = '"
            + plants.mail("loadset")
            + "'");
    statements.add(
        "SELECT id FROM members INTO OUTFILE '/home/" + plants.name("outfile") + ".csv'");
    statements.add(
        "CALL forget('" + plants.mail("called") + "', " + plants.number("callednumber") + ")");
    statements.add("SHOW TABLES LIKE '" + plants.name("showlike") + "'");
    statements.add("SHOW GRANTS FOR '" + plants.name("showgrants") + "'@'localhost'");
    statements.add("EXPLAIN SELECT id FROM members WHERE email = '" + plants.mail("explain") + "'");
    statements.add("DO GET_LOCK('" + plants.mail("lock") + "', 10)");
    statements.add("KILL " + plants.number("kill"));
    statements.add("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '" + plants.mail("signal") + "'");
    statements.add(
        "ALTER TABLE members MODIFY note varchar(200) DEFAULT '"
            + plants.mail("alterdefault")
            + "' COMMENT '"
            + plants.mail("altercomment")
            + "'");
    statements.add(
        "CREATE VIEW v AS SELECT id FROM members WHERE email = '" + plants.mail("viewmade") + "'");
    statements.add(
        "CREATE TRIGGER t BEFORE INSERT ON members FOR EACH ROW SET NEW.note = '"
            + plants.mail("triggermade")
            + "'");
    statements.add("XA START '" + plants.name("xa") + "'");
    statements.add(
        "WITH found AS (SELECT id FROM members WHERE email = '"
            + plants.mail("with")
            + "') SELECT id FROM found UNION SELECT '"
            + plants.mail("union")
            + "'");
    statements.add("HANDLER members READ by_email = ('" + plants.mail("handler") + "')");
  }

  private void secrets() {
    statements.add("CREATE USER app@'%' IDENTIFIED BY '" + plants.name("identified") + "'");
    statements.add("ALTER USER app IDENTIFIED BY \"" + plants.name("identifieddouble") + "\"");
    statements.add("SET PASSWORD FOR app = '" + plants.name("setpassword") + "'");
    statements.add(
        "CHANGE REPLICATION SOURCE TO SOURCE_PASSWORD = '" + plants.name("source") + "'");
    statements.add(
        "CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST '10.1.1.1', PASSWORD '"
            + plants.name("wrapper")
            + "')");
    statements.add("SET PASSWORD = PASSWORD('" + plants.name("setpasswordold") + "')");
    statements.add("CHANGE MASTER TO MASTER_PASSWORD='" + plants.name("master") + "'");
    statements.add(
        "CHANGE MASTER 'a' TO MASTER_HOST = 'h', MASTER_PASSWORD = \""
            + plants.name("masterdouble")
            + "\", MASTER_PORT = 3306");
    statements.add("START REPLICA USER = 'r' PASSWORD = '" + plants.name("replica") + "'");
    statements.add(
        "GRANT SELECT ON shop.* TO 'app'@'%' IDENTIFIED BY '" + plants.name("grant") + "'");
    statements.add(
        "GRANT USAGE ON *.* TO app IDENTIFIED BY PASSWORD '*" + plants.name("granthash") + "'");
    statements.add(
        "ALTER USER app IDENTIFIED WITH caching_sha2_password BY '"
            + plants.name("withplugin")
            + "' REPLACE '"
            + plants.name("replaced")
            + "' RETAIN CURRENT PASSWORD");
    statements.add(
        "CREATE USER app IDENTIFIED VIA mysql_native_password USING PASSWORD('"
            + plants.name("via")
            + "')");
    statements.add(
        "DO SYS_EXEC('mysql -uroot -p" + plants.name("commandline") + " -e \"SELECT 1\"')");
    where("id = 19 /* mysql -p" + plants.name("commandcomment") + " */ AND born = 12");
    statements.add(
        "SELECT 'jdbc:mysql://app:" + plants.name("urlinliteral") + "@db1/' AS u FROM members");
    statements.add("SELECT AES_ENCRYPT(note, '" + plants.name("aes") + "') FROM members");
  }

  /** What no server could run, and what a log cut. */
  private void broken() {
    where("WHERE = = '" + plants.mail("nonsense") + "'");
    where("email = 'closed' AND AND note IN ((('" + plants.mail("parentheses") + "'");
    where("born = 9 AND email = '" + plants.mail("unterminated"));
    where("born = 10 AND email = \"" + plants.mail("unterminateddouble"));
    statements.add("sleect '" + plants.mail("misspelt") + "' form members");
    statements.add("'" + plants.mail("onlyliteral") + "'");
    where("note = 'C:\\' AND email = '" + plants.mail("nobackslash") + "'");
    where("note = 'C:\\' AND email = '" + plants.name("twice") + "' OR note = 'D:\\' OR id = 20");
    where("note = \"D:\\\" AND email = \"" + plants.mail("nobackslashdouble") + "\"");
    where("`id = 1 AND email = '" + plants.mail("backtick") + "' AND `born` = 2");
    statements.add("SELECT `" + plants.mail("backtickfirst") + "' FROM members WHERE `id` = '1'");
    where("born = 11 AND email = '" + plants.mail("cut").substring(0, 12));
  }
}
