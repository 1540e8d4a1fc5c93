package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that statements touch without naming them, in every answer that shows them. */
class ExplainInferredTest {

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "servers:\n  - {name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog:"
            + " dump.sql}\n");
    Files.writeString(
        folder.resolve("dump.sql"),
        """
        USE shop;
        CREATE TABLE orders (id int PRIMARY KEY, state int);
        CREATE TABLE items (id int PRIMARY KEY, `order` int, CONSTRAINT of_order
          FOREIGN KEY (`order`) REFERENCES orders (id) ON DELETE CASCADE);
        CREATE TABLE audits (id int PRIMARY KEY);
        CREATE TABLE unused (id int PRIMARY KEY);
        CREATE VIEW open_orders AS SELECT id FROM shop.orders WHERE state = 1;
        DELIMITER ;;
        CREATE TRIGGER audit AFTER UPDATE ON orders FOR EACH ROW INSERT INTO audits VALUES (1);;
        CREATE PROCEDURE tidy() BEGIN DELETE FROM orders WHERE state = 9; CALL lost(); END;;
        CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO DELETE FROM audits;;
        DELIMITER ;
        -- Dump completed
        """);
    StringBuilder log = new StringBuilder();
    event(log, "UPDATE orders SET state = 2 WHERE id = 5", "0.5");
    event(log, "UPDATE orders SET state = 3 WHERE id = 6", "0.5");
    event(log, "CALL tidy()", "2.5");
    event(log, "SELECT id FROM open_orders", "0.1");
    event(log, "SELECT 1", "9.0");
    Files.writeString(folder.resolve("slow.log"), log);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aDigestNamesThemWithTheWayThere() {
    run.execute("explain", digest("UPDATE orders"), "-c", "watershed.yaml");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output())
        .contains("tables touched as inferred\n")
        .contains("  shop.audits (written) by trigger shop.audit after update on shop.orders\n");
    run.execute("explain", digest("CALL tidy"), "-c", "watershed.yaml");
    assertThat(run.output())
        .contains("shop.orders (written) by procedure shop.tidy\n")
        .containsPattern(
            "shop.items \\(written\\) by procedure shop.tidy, cascade\\s+shop.items.of_order on"
                + " delete of shop.orders\n")
        .contains("not known: what procedure shop.lost does: it is not in the catalog\n");
    run.execute("explain", digest("SELECT ?"), "-c", "watershed.yaml");
    assertThat(run.output()).contains("tables touched as inferred\n  none\n");
  }

  @Test
  void programsReadTheSameAsJson() {
    run.execute("explain", digest("UPDATE orders"), "-c", "watershed.yaml", "--format", "json");
    assertThat(oneLine())
        .contains(
            "\"inferredTables\":[{\"table\":\"shop.audits\",\"written\":true,\"chain\":[{\"kind\":"
                + "\"trigger\",\"name\":\"shop.audit\",\"cause\":\"afterupdateonshop.orders\"}]}],"
                + "\"notInferred\":[],\"catalogGaps\":[]");
    run.execute("analyze", "-c", "watershed.yaml", "--format", "json");
    assertThat(oneLine())
        .contains("\"inferredTableCount\":3,\"inferredTables\":[")
        .contains(
            "\"table\":\"shop.audits\",\"named\":false,\"written\":true,\"calls\":2,"
                + "\"statementTimeSeconds\":1,\"digestCount\":1,")
        .contains("\"events\":[\"shop.nightly\"]")
        .contains("\"table\":\"shop.orders\",\"named\":true,\"written\":true,\"calls\":2,")
        .doesNotContain("shop.unused");
    run.execute("explain", "shop.audits", "-c", "watershed.yaml", "--format", "json");
    assertThat(oneLine())
        .contains("\"digests\":[],\"inferredDigests\":[{\"digest\":")
        .contains("\"inferredEvents\":[{\"table\":\"shop.audits\",\"written\":true,");
  }

  @Test
  void aTableNamesTheStatementsThatDoNotNameIt() {
    run.execute("explain", "shop.audits", "-c", "watershed.yaml");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output())
        .contains("none in the store names it")
        .contains("touched as inferred, by statements that do not name it\n")
        .containsPattern("w +2 calls +UPDATE orders")
        .contains("by trigger shop.audit after update on shop.orders\n")
        .contains("written by event shop.nightly\n");
    run.execute("explain", "shop.unused", "-c", "watershed.yaml");
    assertThat(run.output()).doesNotContain("inferred");
  }

  @Test
  void aRankingOfTablesSaysWhatIsTouchedBesides() {
    run.execute("analyze", "-c", "watershed.yaml", "--group-by", "table");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output())
        .contains("tables touched as inferred\n", "not in the figures above")
        .containsPattern("2 calls w shop.audits \\(no statement names it\\) by trigger shop.audit")
        .containsPattern("2 calls w shop.orders by ")
        .containsPattern("1 calls w shop.items \\(no statement names it\\) by procedure");
    run.execute("analyze", "-c", "watershed.yaml");
    assertThat(run.output()).doesNotContain("inferred");
  }

  @Test
  void factsHaveItToo() {
    run.execute(
        "query",
        "-c",
        "watershed.yaml",
        "--facts",
        "--format",
        "csv",
        "SELECT table_name FROM digest_tables WHERE inferred_writes AND NOT writes ORDER BY 1");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("audits");
  }

  @Test
  void withoutACatalogNothingIsInferred() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "store: bare\nservers:\n  - {name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0}\n");
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    run.execute("explain", digest("UPDATE orders"), "-c", "watershed.yaml");
    assertThat(run.output()).contains("unknown: the store has no catalog");
    run.execute("analyze", "-c", "watershed.yaml", "--group-by", "table");
    assertThat(run.output()).contains("Unknown: the store has no catalog.");
    run.execute("analyze", "-c", "watershed.yaml", "--format", "json");
    assertThat(oneLine()).contains("\"inferredTables\":null");
  }

  /** The id of the digest whose fingerprint begins so. */
  private String digest(String beginning) {
    run.execute(
        "query",
        "-c",
        "watershed.yaml",
        "select digest from texts where starts_with(fingerprint, '" + beginning + "')",
        "--format",
        "csv");
    return run.output().lines().skip(1).findFirst().orElseThrow();
  }

  private String oneLine() {
    assertThat(run.exitCode()).as(run.errors()).isZero();
    return run.output().replaceAll("\\s", "");
  }

  private static void event(StringBuilder log, String sql, String seconds) {
    log.append("# Time: 2026-11-23T10:00:00.000000Z\n");
    log.append("# User@Host: svc[x] @ [10.0.0.1]  Id: 5\n");
    log.append("# Query_time: ").append(seconds);
    log.append("  Lock_time: 0.0 Rows_sent: 1  Rows_examined: 1\n");
    log.append("use shop;\nSET timestamp=1795428000;\n");
    log.append(sql).append(";\n");
  }
}
