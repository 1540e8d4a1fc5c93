package dev.watershed.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a gate prints of a change goes into pull requests and logs of pipelines. Personal data stand
 * in the literals of captured logs of tests, of migrations and of statements; all verdicts, in
 * every form, are searched.
 */
class ChangeRedactionTest {

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
  private static final List<String> FORMATS =
      List.of("text", "json", "sarif", "junit", "gitlab", "github", "markdown");

  /** The name of a table, which is kept. */
  private static final String CONTROL = "table";

  private static final String DUMP =
      """
      CREATE DATABASE shop;
      USE shop;
      CREATE TABLE members (id bigint NOT NULL, email varchar(190) NOT NULL DEFAULT '', born date,
        note text, grp bigint, PRIMARY KEY (id), UNIQUE KEY by_email (email));
      CREATE TABLE pl4nttable (id bigint NOT NULL, email varchar(90), PRIMARY KEY (id));
      """;

  private final Plants plants = new Plants();
  @TempDir Path folder;
  private SearchedRun run;

  @BeforeEach
  void collect() throws IOException {
    LogText log = new LogText();
    log.event("seller", START, "SELECT id FROM pl4nttable WHERE email = 'a'");
    log.event("buyer", START, "SELECT id FROM members WHERE id = 1");
    write("slow.log", log.toString());
    write("dump.sql", DUMP);
    write(
        "watershed.yaml",
        """
        servers:
          - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}
        services:
          - {name: buyer, team: a, match: {users: [buyer]}, owns: ["shop.members"]}
          - {name: seller, team: b, match: {users: [seller]}, owns: ["shop.pl4nttable"]}
        """);
    run = new SearchedRun(folder, plants, new CommandRun(folder));
    run.stored("collect", "--log-ended");
  }

  /** The statements are those of {@link RedactionTest}; a crossing one is a violation. */
  @ParameterizedTest
  @ValueSource(strings = {"slow", "mysql", "mariadb"})
  void captures(String kind) throws IOException {
    List<String> statements = PlantedStatements.of(plants);
    String crossing =
        "SELECT m.id FROM members m JOIN pl4nttable t ON t.id = m.id WHERE m.email = '"
            + plants.mail("crossing")
            + "'";
    write(
        "capture.log",
        kind.equals("slow")
            ? slow(statements, crossing)
            : general(kind.equals("mysql"), statements, crossing));
    for (String format : FORMATS) {
      run.stored("check", "--capture", "capture.log", "--format", format);
    }
    searched();
  }

  @Test
  void migrationsAndStatements() throws IOException {
    write(
        "V2__change.sql",
        "ALTER TABLE pl4nttable ADD COLUMN late varchar(90) NOT NULL DEFAULT '"
            + plants.mail("added")
            + "' COMMENT '"
            + plants.mail("comment")
            + "', MODIFY email varchar(40) DEFAULT '"
            + plants.mail("modified")
            + "';\n-- "
            + plants.mail("dashes")
            + "\nALTER TABLE members DROP COLUMN grp, ADD CHECK (email <> '"
            + plants.mail("check")
            + "');\nCREATE TABLE parts (email varchar(90) NOT NULL) PARTITION BY LIST COLUMNS (email)"
            + " (PARTITION p0 VALUES IN ('"
            + plants.mail("bound")
            + "'));\nCREATE VIEW v AS SELECT id FROM pl4nttable WHERE email = '"
            + plants.mail("view")
            + "';\nCREATE TRIGGER t BEFORE INSERT ON pl4nttable FOR EACH ROW SET NEW.email = '"
            + plants.mail("trigger")
            + "';\nINSERT INTO pl4nttable VALUES (1, '"
            + plants.mail("row")
            + "');\nUPDATE pl4nttable SET email = '"
            + plants.mail("update")
            + "';\nCREATE USER app IDENTIFIED BY '"
            + plants.name("identified")
            + "';\nALTER TABLE members WHAT IS '"
            + plants.mail("refused")
            + "';\nALTER TABLE nowhere ADD x int DEFAULT "
            + plants.number("nowhere")
            + ";\nCREATE TABLE cut (a varchar(9) DEFAULT '"
            + plants.mail("cut"));
    write(
        "report.sql",
        "SELECT m.id FROM members m JOIN pl4nttable t ON t.id = m.id WHERE m.note = '"
            + plants.mail("selected")
            + "' AND t.id = "
            + plants.number("selectednumber")
            + ";\nSELECT id FROM members WHERE note LIKE '%"
            + plants.name("like")
            + "%';\nSELECT id FROM members WHERE = '"
            + plants.mail("nonsense")
            + "';\nDELETE FROM pl4nttable WHERE email = '"
            + plants.mail("unclosed"));
    for (String format : FORMATS) {
      run.stored("check", "--ddl", "V2__change.sql", "--format", format);
      run.stored("check", "--sql", "report.sql", "--format", format);
    }
    searched();
  }

  private void searched() throws IOException {
    run.files(
        "",
        Set.of(
            "slow.log",
            "dump.sql",
            "watershed.yaml",
            "capture.log",
            "V2__change.sql",
            "report.sql"));
    run.assertHoldsOnly(CONTROL);
    for (String format : FORMATS) {
      assertThat(run.holding(CONTROL)).anyMatch(name -> name.endsWith("--format " + format));
    }
  }

  private static String slow(List<String> statements, String crossing) {
    LogText log = new LogText();
    statements.forEach(statement -> log.event("buyer", START, statement));
    log.event("buyer", START, crossing);
    return log.toString();
  }

  private static String general(boolean mySql, List<String> statements, String crossing) {
    String before = mySql ? "2026-11-23T02:00:00.000000Z\t   12 " : "261123  2:00:00\t    12 ";
    StringBuilder log =
        new StringBuilder(mySql ? "mysqld, Version: 9.7.4" : "mariadbd, Version: 10.11.18-MariaDB")
            .append(" (Debian). started with:\nTcp port: 3306  Unix socket: s\n")
            .append("Time                 Id Command    Argument\n")
            .append(before + "Connect\tbuyer@10.0.0.1 on shop using TCP/IP\n");
    statements.forEach(statement -> log.append(before + "Query\t" + statement + "\n"));
    return log.append(before + "Query\t" + crossing + "\n").toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
