package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainTableTest {

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        servers:
          - {name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}
        services:
          - {name: checkout, match: {users: [svc_checkout]}}
        """);
    Files.writeString(
        folder.resolve("dump.sql"),
        """
        USE shop;
        CREATE TABLE orders (
          id int unsigned NOT NULL AUTO_INCREMENT, member int NOT NULL, note text CHARSET latin1,
          state varchar(9) DEFAULT 'secret', PRIMARY KEY (id), KEY by_note (note(20), id DESC)
        ) ENGINE=InnoDB AUTO_INCREMENT=77;
        CREATE TABLE items (id int, `order` int unsigned, KEY (`order`),
          CONSTRAINT of_order FOREIGN KEY (`order`) REFERENCES orders (id) ON DELETE CASCADE);
        CREATE VIEW open_orders AS SELECT id FROM orders WHERE state = 'open';
        DELIMITER ;;
        CREATE TRIGGER guard BEFORE UPDATE ON orders FOR EACH ROW SET NEW.note = 'x';;
        CREATE PROCEDURE tidy() BEGIN DELETE FROM shop.orders WHERE state = 'old'; END;;
        """);
    StringBuilder log = new StringBuilder();
    event(log, "svc_checkout", "shop", "SELECT * FROM orders WHERE member = 5", "0.5");
    event(log, "svc_checkout", "other", "UPDATE shop.orders SET note = 'y' WHERE id = 9", "1.5");
    event(log, "somebody", "other", "SELECT * FROM orders", "9.0");
    event(log, "somebody", "shop", "SELECT 1", "9.0");
    Files.writeString(folder.resolve("slow.log"), log);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aTableIsExplainedByItsCatalogAndItsStatements() {
    run.execute("explain", "shop.orders", "-c", "watershed.yaml");
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("on booking-1, as of ")
        .contains("base table, InnoDB")
        .contains("next number 77 of 4294967295")
        .containsPattern("note +text latin1_swedish_ci")
        .containsPattern("state +varchar\\(9\\) default \\?")
        .containsPattern("by_note +\\(note\\(20\\), id desc\\)")
        .contains("shop.items (order) on delete cascade")
        .contains("guard before update")
        .contains("view shop.open_orders")
        .contains("procedure shop.tidy (writes)")
        .containsPattern("w +75.0 % +1.5 s")
        .containsPattern("r +25.0 % +500 ms")
        .containsPattern("checkout +100 % +2 s")
        .doesNotContain("secret", "'open'");
  }

  @Test
  void programsReadTheSameAsJson() {
    run.execute("explain", "SHOP.Orders", "-c", "watershed.yaml", "--format", "json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("\"format\" : \"watershed.table/1\"", "\"server\" : \"booking-1\"")
        .contains("\"name\" : \"by_note\"", "\"prefixLength\" : 20", "\"descending\" : true")
        .contains("\"autoIncrement\" : 77", "\"onDelete\" : \"cascade\"")
        .contains("\"written\" : true", "\"queryTimeSeconds\" : 1.5")
        .doesNotContain("secret");
  }

  @Test
  void aTableThatNoCatalogHasIsExplainedByItsStatements() {
    run.execute("explain", "other.orders", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("in no catalog of the store").contains("9 s");
  }

  @Test
  void aTableWithoutStatementsIsExplainedByItsCatalog() {
    run.execute("explain", "shop.items", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("of_order: (order) to orders (id) on delete cascade")
        .contains("none in the store names it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "explain shop.oders -c watershed.yaml | 2 | no table shop.oders in the store; did you mean"
            + " shop.orders?",
        "explain shop.orders | 2 | expected -c FILE with a store",
        "explain shop.orders --from slow.log | 2 | --from: a table is explained from a store",
        "explain shop.orders -c empty.yaml | 3 | there is no store at",
      })
  void wrongUsageIsNamed(String arguments, int exitCode, String message) throws IOException {
    Files.writeString(folder.resolve("empty.yaml"), "store: nowhere\n");
    run.execute(arguments.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.errors()).contains(message);
  }

  private static void event(
      StringBuilder log, String user, String schema, String sql, String seconds) {
    log.append("# Time: 2026-11-23T10:00:00.000000Z\n");
    log.append("# User@Host: ").append(user).append("[x] @ [10.0.0.1]  Id: 5\n");
    log.append("# Query_time: ").append(seconds);
    log.append("  Lock_time: 0.0 Rows_sent: 1  Rows_examined: 1\n");
    log.append("use ").append(schema).append(";\nSET timestamp=1795428000;\n");
    log.append(sql).append(";\n");
  }
}
